package org.lanyard.roster;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.lanyard.scan.AccessCode;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Walks over an upstream {@code preload/} answer once, noting where each person stands. It finds fault with nothing:
 * what is not exactly of that form is left to {@link org.lanyard.roster.format.JsonRoster}, which says what is wrong with it.
 */
final class PreloadReader {

    private final Kept in;
    private final LongConsumer progress;
    private final Map<String, Preload.Said> people = new LinkedHashMap<>();
    private final Set<String> products = new HashSet<>();
    private final Set<String> firsts = new HashSet<>();
    private String conference;
    private long announced = -1;

    /** @param progress told the number of people read so far; what it throws ends the reading */
    PreloadReader(InputStream in, LongConsumer progress) {
        this.in = new Kept(in);
        this.progress = progress;
    }

    /** All that came, as far as it was read and to its end. */
    byte[] bytes() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
        return in.kept.toByteArray();
    }

    /**
     * Empty where it is of another form.
     *
     * @throws IOException when it cannot be read to its end
     */
    Optional<Preload> read() throws IOException {
        try (JsonParser json = JsonMapper.shared().createParser(in)) {
            whole(json);
            return Optional.of(new Preload(bytes(), conference, people, firsts));
        } catch (JacksonIOException unreadable) {
            throw unreadable.getCause();
        } catch (JacksonException | OtherForm malformed) {
            return Optional.empty();
        }
    }

    private void whole(JsonParser json) {
        require(json.nextToken() == JsonToken.START_OBJECT);
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            field(field, json.nextToken(), json);
        }
        require(json.nextToken() == null && conference != null && announced == people.size());
    }

    private void field(String field, JsonToken value, JsonParser json) {
        switch (field) {
            case "conference" -> {
                require(conference == null && value == JsonToken.VALUE_STRING);
                conference = json.getString();
                require(Conferences.isSlug(conference));
            }
            case "count" -> {
                require(announced < 0 && value == JsonToken.VALUE_NUMBER_INT);
                announced = json.getLongValue();
            }
            case "attendees" -> {
                require(people.isEmpty() && value == JsonToken.START_ARRAY);
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    person(json);
                    progress.accept(people.size());
                }
            }
            default -> require(field.equals("generated_at") && value.isScalarValue());
        }
    }

    private void person(JsonParser json) {
        require(json.currentToken() == JsonToken.START_OBJECT);
        int from = Math.toIntExact(json.currentTokenLocation().getByteOffset());
        Element element = new Element();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            element.field(field, json.nextToken(), json);
        }
        require(element.code.isPresent() && element.lines != null);
        int to = Math.toIntExact(json.currentLocation().getByteOffset());
        String code = element.code.get().text();
        require(people.put(code, new Preload.Said(from, to, element.lines.build().toArray(), element.items)) == null);
        if (products.addAll(element.products)) {
            firsts.add(code);
        }
    }

    /** One person's, as far as it was read. */
    private static final class Element {

        private Optional<AccessCode> code = Optional.empty();
        private final List<String> products = new ArrayList<>(2);
        private LongStream.Builder lines;
        private boolean items;

        void field(String field, JsonToken value, JsonParser json) {
            switch (field) {
                case "access_code" -> {
                    require(code.isEmpty() && value == JsonToken.VALUE_STRING);
                    code = AccessCode.of(json.getString());
                }
                case "products" -> {
                    require(lines == null && value == JsonToken.START_ARRAY);
                    lines = LongStream.builder();
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        product(json);
                    }
                }
                default -> {
                    require(!field.equals("orders"));
                    json.skipChildren();
                }
            }
        }

        private void product(JsonParser json) {
            require(json.currentToken() == JsonToken.START_OBJECT);
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String field = json.currentName();
                JsonToken value = json.nextToken();
                switch (field) {
                    case "id" -> {
                        require(value == JsonToken.VALUE_NUMBER_INT);
                        lines.add(json.getLongValue());
                    }
                    case "ticket_type_slug", "addon_slug" -> {
                        if (value == JsonToken.VALUE_STRING) {
                            products.add(field + json.getString());
                            items |= field.equals("addon_slug");
                        }
                    }
                    default -> json.skipChildren();
                }
            }
        }
    }

    private static void require(boolean regular) {
        if (!regular) {
            throw new OtherForm();
        }
    }

    private static final class OtherForm extends RuntimeException {

        OtherForm() {
            super(null, null, false, false);
        }
    }

    /** Keeps what is read of a stream; closing it is left to whose stream it is. */
    private static final class Kept extends FilterInputStream {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream(1 << 16);

        Kept(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            if (next >= 0) {
                kept.write(next);
            }
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = in.read(into, offset, length);
            kept.write(into, offset, Math.max(0, count));
            return count;
        }

        @Override
        public void close() {
            // the caller's
        }
    }
}
