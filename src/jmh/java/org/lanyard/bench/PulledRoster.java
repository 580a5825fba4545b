package org.lanyard.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** A registration server that lets anybody sign in and has one roster of 20,000, as bytes that are made beforehand. */
final class PulledRoster implements AutoCloseable {

    static final int ATTENDEES = 20_000;
    private static final int CHANGED_EVERY = 100;

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile byte[] roster = new byte[0];

    PulledRoster() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/", this::preload);
        http.createContext("/accounts/login/", PulledRoster::signIn);
        http.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    URI preload() {
        return address().resolve("/sample/register/checkin/preload/");
    }

    int size() {
        return roster.length;
    }

    static String code(int person) {
        return "P%07d".formatted(person);
    }

    /** From now on every hundredth attendee has another e-mail address than in any other round. */
    void round(int round) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 24);
        try (JsonGenerator json = JsonMapper.shared().createGenerator(bytes)) {
            json.writeStartObject().writeStringProperty("conference", "sample")
                    .writeStringProperty("generated_at", "2027-05-14T07:00:00+00:00")
                    .writeNumberProperty("count", ATTENDEES).writeArrayPropertyStart("attendees");
            for (int i = 0; i < ATTENDEES; i++) {
                attendee(json, i, i % CHANGED_EVERY == 0 ? "@round-" + round + ".example.org" : "@example.org");
            }
            json.writeEndArray().writeEndObject();
        }
        roster = bytes.toByteArray();
    }

    private static void attendee(JsonGenerator json, int person, String host) {
        json.writeStartObject().writeStringProperty("access_code", code(person))
                .writeStringProperty("name", "Guest Nº " + person).writeStringProperty("email", "guest-" + person + host)
                .writeStringProperty("ticket_type", "Individual").writeArrayPropertyStart("products");
        line(json, 2L * person + 1, "Individual ticket", "individual", null, 1);
        line(json, 2L * person + 2, "Lunch, three days", null, "lunch", 3);
        json.writeEndArray().writeBooleanProperty("checked_in", false).writeNullProperty("checked_in_at")
                .writeEndObject();
    }

    private static void line(JsonGenerator json, long id, String description, String ticket, String addon, int quantity) {
        json.writeStartObject().writeNumberProperty("id", id).writeStringProperty("description", description)
                .writeNumberProperty("quantity", quantity).writeStringProperty("ticket_type_slug", ticket)
                .writeStringProperty("addon_slug", addon).writeNumberProperty("redeemed_count", 0)
                .writeNumberProperty("remaining", quantity).writeEndObject();
    }

    private static void signIn(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("Set-Cookie", "csrftoken=token; Path=/");
        exchange.getResponseHeaders().add("Set-Cookie", "sessionid=session; Path=/");
        exchange.sendResponseHeaders(exchange.getRequestMethod().equals("POST") ? 302 : 200, -1);
        exchange.close();
    }

    private void preload(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        try (var body = exchange.getResponseBody()) {
            body.write(roster);
        }
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
