package org.lanyard.upstream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the server has to say, before anything happens to it on the way.
 *
 * @param streamed sent in chunks, its length not told beforehand
 */
record ServedAnswer(int status, List<Header> headers, byte[] body, boolean streamed) {

    private static final JsonMapper ASCII = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
    private static final DateTimeFormatter FRACTION = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx");

    record Header(String name, String value) {}

    static ServedAnswer html(int status, String title) {
        return html(status, title, "");
    }

    static ServedAnswer html(int status, String title, String content) {
        String page = "<!doctype html><html lang=\"en\"><title>" + title + "</title><h1>" + title + "</h1>" + content
                + "</html>\n";
        return of(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    static ServedAnswer json(int status, Map<String, Object> value) {
        return of(status, "application/json", ASCII.writeValueAsBytes(value));
    }

    /** No body. */
    static ServedAnswer bare(int status) {
        return of(status, "text/html; charset=utf-8", new byte[0]);
    }

    static ServedAnswer of(int status, String type, String body) {
        return of(status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static ServedAnswer of(int status, String type, byte[] body) {
        return new ServedAnswer(status, List.of(new Header("Content-Type", type)), body, false);
    }

    ServedAnswer with(String header, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(header, value));
        return new ServedAnswer(status, List.copyOf(more), body, streamed);
    }

    ServedAnswer inChunks() {
        return new ServedAnswer(status, headers, body, true);
    }

    /** @param pairs names and values in turn; a value may be null */
    static Map<String, Object> object(Object... pairs) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            object.put((String) pairs[i], pairs[i + 1]);
        }
        return object;
    }

    /** In Python's isoformat(): microseconds, or no fraction where there are none; null stays null. */
    static String time(Instant at) {
        return at == null ? null : (at.getNano() / 1000 == 0 ? SECOND : FRACTION).format(at.atOffset(ZoneOffset.UTC));
    }
}
