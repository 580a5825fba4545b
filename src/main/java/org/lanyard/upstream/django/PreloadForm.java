package org.lanyard.upstream.django;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.lanyard.roster.ForeignRosterForm;
import org.lanyard.roster.RosterSource;
import org.lanyard.roster.StatedRoster;
import org.lanyard.scan.NotPossible;
import org.lanyard.upstream.ServerRoster;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.json.JsonMapper;

/** The server's whole roster as {@code preload/} answers it, and as it may be saved to a file. */
public final class PreloadForm implements ForeignRosterForm {

    /** Our own form has an object here. */
    private static final Pattern NAMED_CONFERENCE = Pattern.compile("^\\W*\\{.*?\"conference\"\\s*:\\s*\"", Pattern.DOTALL);
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    @Override
    public boolean recognises(byte[] beginning) {
        return NAMED_CONFERENCE.matcher(new String(beginning, StandardCharsets.UTF_8)).find();
    }

    @Override
    public StatedRoster read(InputStream document, LongConsumer progress) throws IOException {
        return readAll(document, progress).stated();
    }

    /** {@link #read}, with what a person should know of the roster. */
    ServerRoster readAll(InputStream document, LongConsumer progress) throws IOException {
        Reading reading = new Reading(progress);
        try (JsonParser json = MAPPER.createParser(document)) {
            reading.whole(json);
        } catch (JacksonIOException unreadable) {
            throw unreadable.getCause();
        } catch (JacksonException malformed) {
            TokenStreamLocation at = malformed.getLocation();
            throw at == null || at.getLineNr() < 0 ? new NotPossible(malformed, "json.no-roster")
                    : new NotPossible(malformed, "json.cut", at.getLineNr(), at.getColumnNr());
        }
        return new ServerRoster(reading.people.roster(), reading.people.warnings());
    }

    /** One document, as far as it was read. */
    private static final class Reading {

        private final StatedRoster.Builder roster = StatedRoster.builder().source(RosterSource.UPSTREAM);
        private final PreloadPeople people = new PreloadPeople(roster);
        private final LongConsumer progress;
        private long announced = -1;
        private boolean attendeesSeen;
        private long read;

        Reading(LongConsumer progress) {
            this.progress = progress;
        }

        private void whole(JsonParser json) {
            require(json.nextToken() == JsonToken.START_OBJECT, "json.no-object");
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String field = json.currentName();
                json.nextToken();
                field(json, field);
            }
            require(json.nextToken() == null, "json.goes-on");
            require(attendeesSeen, "json.no-attendees");
            require(roster.slug().filter(slug -> !slug.isBlank()).isPresent(), "json.no-conference");
            if (announced >= 0 && announced != read) {
                throw new NotPossible("json.count", announced, read);
            }
        }

        private void field(JsonParser json, String field) {
            switch (field) {
                case "conference" -> {
                    require(json.currentToken() == JsonToken.VALUE_STRING, "json.no-conference");
                    roster.conference(json.getString());
                }
                case "count" -> {
                    require(json.currentToken() == JsonToken.VALUE_NUMBER_INT, "json.count.no-number");
                    announced = json.getLongValue();
                }
                case "attendees" -> attendees(json);
                default -> json.skipChildren();
            }
        }

        private void attendees(JsonParser json) {
            if (json.currentToken() != JsonToken.START_ARRAY) {
                throw new NotPossible("json.no-list", "attendees");
            }
            attendeesSeen = true;
            while (json.nextToken() != JsonToken.END_ARRAY) {
                long line = json.currentTokenLocation().getLineNr();
                people.add(json.readValueAsTree(), ++read, line);
                progress.accept(read);
            }
        }

        private static void require(boolean regular, String otherwise) {
            if (!regular) {
                throw new NotPossible(otherwise);
            }
        }
    }
}
