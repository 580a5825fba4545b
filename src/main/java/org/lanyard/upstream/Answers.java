package org.lanyard.upstream;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.lanyard.scan.Sentence;
import org.lanyard.upstream.Reply.Trouble;
import org.lanyard.upstream.Reply.Trouble.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what an answer means: its content type first, then its status. */
final class Answers {

    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final InstantSource clock;

    Answers(InstantSource clock) {
        this.clock = clock;
    }

    /** @param changes whether the call does something there; then an answer that is none leaves it in doubt */
    Reply read(HttpResponse<byte[]> answer, boolean changes) {
        Optional<JsonNode> body = isJson(answer.headers()) ? json(answer.body()) : Optional.empty();
        int status = answer.statusCode();
        if (body.isPresent() && status == 200) {
            return new Reply.Accepted(body.get());
        }
        if (body.isPresent() && (status == 404 || status == 409 || status == 400)) {
            return new Reply.Refused(status, body.get());
        }
        Trouble trouble = trouble(status, body.isPresent(), answer.headers());
        boolean done = status < 300 || status >= 500;
        return changes && done ? new Reply.Lost(trouble) : new Reply.Stopped(trouble);
    }

    /** What an answer says that is not the one hoped for. */
    Trouble trouble(int status, boolean json, HttpHeaders headers) {
        return switch (status) {
            case 401 -> Trouble.of(Kind.SESSION, "server.session");
            case 403 -> json ? Trouble.of(Kind.SIGN_IN, "server.not-permitted")
                    : Trouble.of(Kind.SESSION, "server.token");
            case 404 -> Trouble.of(Kind.MISDIRECTED, "server.no-service");
            case 429, 503 -> new Trouble(Kind.BUSY, Sentence.of("server.patience"), wait(headers));
            default -> status < 400 ? redirected(status)
                    : status < 500 ? Trouble.of(Kind.MISDIRECTED, "server.answers", status)
                            : new Trouble(Kind.BUSY, Sentence.of("server.fault", status), wait(headers));
        };
    }

    private static Trouble redirected(int status) {
        return status >= 300 ? Trouble.of(Kind.SESSION, "server.redirected")
                : Trouble.of(Kind.MISDIRECTED, "server.portal");
    }

    static boolean isJson(HttpHeaders headers) {
        return headers.firstValue("Content-Type").orElse("").startsWith("application/json");
    }

    private static Optional<JsonNode> json(byte[] body) {
        try {
            JsonNode read = JsonMapper.shared().readTree(body);
            return read.isObject() ? Optional.of(read) : Optional.empty();
        } catch (JacksonException cutOff) {
            return Optional.empty();
        }
    }

    /** Retry-After, in seconds or as a date; never more than a quarter of an hour, whatever a server says. */
    private Duration wait(HttpHeaders headers) {
        String after = headers.firstValue("Retry-After").orElse("").strip();
        Duration wait = Duration.ZERO;
        try {
            wait = after.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(after)) : after.isEmpty() ? wait
                    : Duration.between(clock.instant(),
                            ZonedDateTime.parse(after, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException noDate) {
            return wait;
        }
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
