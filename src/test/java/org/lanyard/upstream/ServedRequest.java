package org.lanyard.upstream;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * One request, its body read to the end.
 *
 * @param path  percent-decoded
 * @param query as it came; empty for none
 */
record ServedRequest(String method, String path, String query, Headers headers, String body) {

    static ServedRequest of(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String query = exchange.getRequestURI().getRawQuery();
        return new ServedRequest(exchange.getRequestMethod(), exchange.getRequestURI().getPath(),
                query == null ? "" : query, exchange.getRequestHeaders(), body);
    }

    boolean isPost() {
        return method.equals("POST");
    }

    /** @return null for none */
    String header(String name) {
        return headers.getFirst(name);
    }

    /** @return empty for none */
    String cookie(String name) {
        return value(headers.getOrDefault("Cookie", List.of()).stream().flatMap(line -> Stream.of(line.split(";"))),
                name);
    }

    /** @return empty for none */
    String formField(String name) {
        String type = header("Content-Type");
        boolean form = type != null && type.startsWith("application/x-www-form-urlencoded");
        return form ? decoded(value(Stream.of(body.split("&")), name)) : "";
    }

    /** @return empty for none */
    String parameter(String name) {
        return decoded(value(Stream.of(query.split("&")), name));
    }

    private static String value(Stream<String> pairs, String name) {
        return pairs.map(String::strip).filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1)).findFirst().orElse("");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
