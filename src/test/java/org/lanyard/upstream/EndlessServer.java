package org.lanyard.upstream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Lets anybody sign in, then answers every question with a roster that has no end. */
final class EndlessServer implements AutoCloseable {

    /** Many times what any roster has; here it gives up, so that a test fails rather than hangs. */
    static final long FAR_TOO_MUCH = 1L << 28;

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong sent = new AtomicLong();

    EndlessServer() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        http.setExecutor(threads);
        http.createContext("/", this::answer);
        http.createContext("/accounts/login/", EndlessServer::signIn);
        http.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** Bytes that somebody took. */
    long sent() {
        return sent.get();
    }

    private static void signIn(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("Set-Cookie", "csrftoken=token; Path=/");
        exchange.getResponseHeaders().add("Set-Cookie", "sessionid=session; Path=/");
        exchange.sendResponseHeaders(exchange.getRequestMethod().equals("POST") ? 302 : 200, -1);
        exchange.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write("{\"conference\":\"conf\",\"generated_at\":\"\",\"attendees\":[".getBytes(StandardCharsets.UTF_8));
            for (long i = 0; sent.get() < FAR_TOO_MUCH; i++) {
                byte[] next = ("{\"access_code\":\"E" + i + "\",\"name\":\"" + "x".repeat(4_000)
                        + "\",\"products\":[]},").getBytes(StandardCharsets.UTF_8);
                body.write(next);
                sent.addAndGet(next.length);
            }
        }
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
