package org.lanyard.upstream;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;

/** Brings an answer to the client, or loses it on the way. */
final class ServedDelivery {

    private final HttpExchange exchange;
    private final ServedTraffic.Visit visit;

    ServedDelivery(HttpExchange exchange, ServedTraffic.Visit visit) {
        this.exchange = exchange;
        this.visit = visit;
    }

    /** Thrown out of a handler; the HTTP server then closes the connection with what was flushed so far. */
    static final class Cut extends IOException {

        private static final long serialVersionUID = 1L;
    }

    void whole(ServedAnswer answer) throws IOException {
        if (answer.streamed()) {
            chunks(answer, answer.body().length);
        } else {
            visit.leave();
            try (OutputStream body = begin(answer, answer.body().length == 0 ? -1 : answer.body().length)) {
                body.write(answer.body());
            }
        }
    }

    /** Its length is promised, and at least one byte of it is missing. */
    void cutAt(int bytes, ServedAnswer answer) throws IOException {
        stall(bytes, answer);
        throw new Cut();
    }

    /** Its length is promised; the rest of it is not sent. */
    void stall(int bytes, ServedAnswer answer) throws IOException {
        int length = Math.max(1, answer.body().length);
        OutputStream body = begin(answer, length);
        body.write(answer.body(), 0, Math.min(bytes, length - 1));
        body.flush();
    }

    /** Of an answer in chunks; any other goes whole. */
    void half(ServedAnswer answer, boolean cut) throws IOException {
        int half = answer.body().length / 2;
        if (!answer.streamed()) {
            whole(answer);
        } else if (cut) {
            halfAndCut(answer, half);
        } else {
            chunks(answer, half);
        }
    }

    private void halfAndCut(ServedAnswer answer, int half) throws IOException {
        OutputStream body = begin(answer, 0);
        body.write(answer.body(), 0, half);
        body.flush();
        throw new Cut();
    }

    private void chunks(ServedAnswer answer, int length) throws IOException {
        try (OutputStream body = begin(answer, 0)) {
            body.write(answer.body(), 0, length - 1);
            visit.leave();
            body.write(answer.body(), length - 1, 1);
        }
    }

    private OutputStream begin(ServedAnswer answer, long length) throws IOException {
        answer.headers().forEach(header -> exchange.getResponseHeaders().add(header.name(), header.value()));
        exchange.sendResponseHeaders(answer.status(), length);
        return exchange.getResponseBody();
    }
}
