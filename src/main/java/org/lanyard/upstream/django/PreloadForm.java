package org.lanyard.upstream.django;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.lanyard.roster.ForeignRosterForm;
import org.lanyard.roster.RosterSource;
import org.lanyard.roster.StatedRoster;
import org.lanyard.roster.format.JsonDocument;
import org.lanyard.scan.NotPossible;
import org.lanyard.upstream.ServerRoster;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The server's whole roster as {@code preload/} answers it, and as it may be saved to a file. */
public final class PreloadForm implements ForeignRosterForm {

    // Our own form has an object here.
    private static final Pattern NAMED_CONFERENCE = Pattern.compile("^\\W*\\{.*?\"conference\"\\s*:\\s*\"", Pattern.DOTALL);

    @Override
    public boolean recognises(byte[] beginning) {
        return NAMED_CONFERENCE.matcher(new String(beginning, StandardCharsets.UTF_8)).find();
    }

    @Override
    public StatedRoster read(InputStream document, LongConsumer progress) throws IOException {
        return readAll(document, progress).stated();
    }

    ServerRoster readAll(InputStream document, LongConsumer progress) throws IOException {
        return new Reading(progress).of(document);
    }

    private static final class Reading extends JsonDocument {

        private final StatedRoster.Builder roster = StatedRoster.builder().source(RosterSource.UPSTREAM);
        private final PreloadPeople people = new PreloadPeople(roster);

        Reading(LongConsumer progress) {
            super(progress);
        }

        ServerRoster of(InputStream document) throws IOException {
            parse(document);
            require(roster.slug().filter(slug -> !slug.isBlank()).isPresent(), "json.no-conference");
            return new ServerRoster(people.roster(), people.warnings());
        }

        @Override
        protected void field(JsonParser json, String name) {
            switch (name) {
                case "conference" -> {
                    require(json.currentToken() == JsonToken.VALUE_STRING, "json.no-conference");
                    roster.conference(json.getString());
                }
                case "attendees" -> attendees(json);
                default -> json.skipChildren();
            }
        }

        private void attendees(JsonParser json) {
            if (json.currentToken() != JsonToken.START_ARRAY) {
                throw new NotPossible("json.no-list", "attendees");
            }
            while (json.nextToken() != JsonToken.END_ARRAY) {
                long line = json.currentTokenLocation().getLineNr();
                people.add(json.readValueAsTree(), countAttendee(), line);
            }
        }
    }
}
