package org.lanyard.roster.format;

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
import tools.jackson.databind.json.JsonMapper;

/** A JSON object with a list of attendees and perhaps their count, read field by field and never held as a whole. */
public abstract class JsonDocument {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final LongConsumer progress;
    private long announced = -1;
    private long read;
    private boolean attendeesSeen;

    protected JsonDocument(LongConsumer progress) {
        this.progress = progress;
    }

    /** @param json stands at the value, which is to be read or skipped */
    protected abstract void field(JsonParser json, String name);

    /**
     * @throws NotPossible when the document is cut off, malformed, or no roster
     * @throws IOException when it cannot be read to its end
     */
    protected final void parse(InputStream document) throws IOException {
        try (JsonParser json = MAPPER.createParser(document)) {
            whole(json);
        } catch (JacksonIOException unreadable) {
            throw unreadable.getCause();
        } catch (JacksonException malformed) {
            TokenStreamLocation at = malformed.getLocation();
            throw at == null || at.getLineNr() < 0 ? new NotPossible(malformed, "json.no-roster")
                    : new NotPossible(malformed, "json.cut", at.getLineNr(), at.getColumnNr());
        }
    }

    private void whole(JsonParser json) {
        require(json.nextToken() == JsonToken.START_OBJECT, "json.no-object");
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("count")) {
                require(json.currentToken() == JsonToken.VALUE_NUMBER_INT, "json.count.no-number");
                announced = json.getLongValue();
            } else {
                attendeesSeen |= name.equals("attendees");
                field(json, name);
            }
        }
        require(json.nextToken() == null, "json.goes-on");
        require(attendeesSeen, "json.no-attendees");
        if (announced >= 0 && announced != read) {
            throw new NotPossible("json.count", announced, read);
        }
    }

    protected final long countAttendee() {
        progress.accept(++read);
        return read;
    }

    protected static void require(boolean regular, String otherwise) {
        if (!regular) {
            throw new NotPossible(otherwise);
        }
    }
}
