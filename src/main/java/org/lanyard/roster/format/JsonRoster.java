package org.lanyard.roster.format;

import org.lanyard.roster.StatedRoster;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;
import org.lanyard.scan.NotPossible;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

public final class JsonRoster extends JsonDocument {

    private final StatedRoster.Builder roster = StatedRoster.builder();
    private final JsonElements elements = new JsonElements(roster);

    private JsonRoster(LongConsumer progress) {
        super(progress);
    }

    public static StatedRoster read(InputStream file, LongConsumer progress) throws IOException {
        JsonRoster reading = new JsonRoster(progress);
        reading.parse(file);
        reading.elements.finish();
        return reading.roster.build();
    }

    @Override
    protected void field(JsonParser json, String name) {
        switch (name) {
            case "conference" -> conference(json.readValueAsTree());
            case "ticket_types" -> each(json, elements::ticketType);
            case "addons" -> each(json, elements::addon);
            case "orders" -> each(json, elements::order);
            case "attendees" -> each(json, (node, line) -> {
                countAttendee();
                elements.attendee(node, line);
            });
            default -> json.skipChildren();
        }
    }

    private void conference(JsonNode node) {
        if (node.isObject()) {
            JsonElements.text(node, "slug").ifPresent(roster::conference);
            JsonElements.text(node, "name").ifPresent(roster::name);
            JsonElements.text(node, "timezone").ifPresent(roster::timezone);
        }
        if (roster.slug().filter(slug -> !slug.isBlank()).isEmpty()) {
            throw new NotPossible("json.no-conference");
        }
    }

    @FunctionalInterface
    private interface Element {

        void take(JsonNode node, long line);
    }

    private void each(JsonParser json, Element element) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new NotPossible("json.no-list", json.currentName());
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            long line = json.currentTokenLocation().getLineNr();
            JsonNode node = json.readValueAsTree();
            element.take(node, line);
        }
    }
}
