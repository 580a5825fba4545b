package org.lanyard.roster.format;

import org.lanyard.roster.StatedRoster;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;
import org.lanyard.scan.NotPossible;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads our own JSON form of a roster, element by element. */
public final class JsonRoster {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final StatedRoster.Builder roster = StatedRoster.builder();
    private final JsonElements elements = new JsonElements(roster);
    private final LongConsumer progress;
    private long announced = -1;
    private long read;
    private boolean attendeesSeen;

    private JsonRoster(LongConsumer progress) {
        this.progress = progress;
    }

    /**
     * @throws NotPossible when the file is cut off, malformed, or no roster
     * @throws IOException when it cannot be read to its end
     */
    public static StatedRoster read(InputStream file, LongConsumer progress) throws IOException {
        JsonRoster reading = new JsonRoster(progress);
        try (JsonParser json = MAPPER.createParser(file)) {
            reading.whole(json);
        } catch (JacksonIOException unreadable) {
            throw unreadable.getCause();
        } catch (JacksonException malformed) {
            TokenStreamLocation at = malformed.getLocation();
            throw at == null || at.getLineNr() < 0 ? new NotPossible(malformed, "json.no-roster")
                    : new NotPossible(malformed, "json.cut", at.getLineNr(), at.getColumnNr());
        }
        return reading.roster.build();
    }

    private void whole(JsonParser json) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new NotPossible("json.no-object");
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            field(json, field);
        }
        if (json.nextToken() != null) {
            throw new NotPossible("json.goes-on");
        }
        if (!attendeesSeen) {
            throw new NotPossible("json.no-attendees");
        }
        if (announced >= 0 && announced != read) {
            throw new NotPossible("json.count", announced, read);
        }
        elements.finish();
    }

    private void field(JsonParser json, String field) {
        switch (field) {
            case "conference" -> conference(json.readValueAsTree());
            case "count" -> {
                if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
                    throw new NotPossible("json.count.no-number");
                }
                announced = json.getLongValue();
            }
            case "ticket_types" -> each(json, elements::ticketType);
            case "addons" -> each(json, elements::addon);
            case "orders" -> each(json, elements::order);
            case "attendees" -> {
                attendeesSeen = true;
                each(json, (node, line) -> {
                    read++;
                    elements.attendee(node, line);
                    progress.accept(read);
                });
            }
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
