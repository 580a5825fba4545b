package org.lanyard.upstream.django;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.lanyard.scan.Sentence;
import org.lanyard.upstream.Refusal;
import org.lanyard.upstream.Trouble;
import org.lanyard.upstream.Trouble.FaultKind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the server's own answers from those of whatever else may answer: gateways, portals, caches. Only an answer in the
 * server's own form confirms or refuses a record; any other leaves it in doubt.
 */
final class CheckInAnswers {

    private final InstantSource clock;

    CheckInAnswers(InstantSource clock) {
        this.clock = clock;
    }

    Reply read(int status, HttpHeaders headers, byte[] page, Question question) {
        Optional<JsonNode> body = isJson(headers) ? json(page) : Optional.empty();
        if (status == 200 && body.filter(question.isAnswer()).isPresent()) {
            return new Reply.Said(body.get());
        }
        if (body.filter(each -> isRefusal(status, each) && question.isItsOwn().test(each)).isPresent()) {
            return new Reply.Refused(refusal(status, body.get()));
        }
        boolean own = isOwnFault(status, body, page);
        Trouble trouble = trouble(status, own, body.isPresent(), headers);
        boolean done = question.changesSomething() && !own && status != 429;
        return done ? new Reply.Lost(trouble) : new Reply.NotDone(trouble);
    }

    private static boolean isRefusal(int status, JsonNode body) {
        boolean possible = status >= 400 && status < 500 && status != 401 && status != 403 && status != 429;
        return possible && hasError(body)
                && (body.has("access_code") || body.has("line_item_id") || body.has("order_status"));
    }

    private static boolean hasError(JsonNode body) {
        return !body.path("error").asString("").isBlank();
    }

    private static Refusal refusal(int status, JsonNode body) {
        Optional<String> order = Optional.of(body.path("order_status").asString("")).filter(word -> !word.isEmpty());
        String words = body.path("error").asString("") + order.map(word -> " (order: " + word + ")").orElse("");
        return new Refusal(reason(status, body), Sentence.of("server.says", words), order);
    }

    private static Refusal.Reason reason(int status, JsonNode body) {
        if (body.has("order_status")) {
            return Refusal.Reason.ORDER;
        }
        if (body.has("line_item_id")) {
            return status == 409 ? Refusal.Reason.USED_UP : Refusal.Reason.ITEM;
        }
        return status == 404 ? Refusal.Reason.PERSON : Refusal.Reason.OTHER;
    }

    // The server itself turned the request away before it did anything: signed out, not permitted, no token.
    private static boolean isOwnFault(int status, Optional<JsonNode> json, byte[] page) {
        return switch (status) {
            case 401 -> json.filter(CheckInAnswers::hasError).isPresent();
            case 403 -> json.isPresent() ? hasError(json.get())
                    : new String(page, StandardCharsets.UTF_8).contains("CSRF");
            default -> false;
        };
    }

    Trouble trouble(int status, boolean own, boolean json, HttpHeaders headers) {
        Trouble trouble = switch (status) {
            case 401 ->
                    Trouble.of(own ? FaultKind.SESSION : FaultKind.MISDIRECTED, own ? "server.session" : "server.portal");
            case 403 -> forbidden(own, json);
            case 404 -> Trouble.of(FaultKind.MISDIRECTED, "server.no-service");
            case 429, 503 -> Trouble.of(FaultKind.BUSY, "server.patience");
            default -> strange(status);
        };
        return status == 429 || status >= 500 ? trouble.pausing(pause(headers)) : trouble;
    }

    private static Trouble forbidden(boolean own, boolean json) {
        if (!own) {
            return Trouble.of(json ? FaultKind.MISDIRECTED : FaultKind.SESSION, json ? "server.portal" : "server.token");
        }
        return Trouble.of(json ? FaultKind.SIGN_IN : FaultKind.SESSION, json ? "server.not-permitted" : "server.token");
    }

    private static Trouble strange(int status) {
        if (status >= 500) {
            return Trouble.of(FaultKind.BUSY, "server.fault", status);
        }
        return status < 400 ? Trouble.of(FaultKind.MISDIRECTED, "server.portal")
                : Trouble.of(FaultKind.MISDIRECTED, "server.answers", status);
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

    // Retry-After in seconds, or as a date measured from the answer's own.
    private Duration pause(HttpHeaders headers) {
        String after = headers.firstValue("Retry-After").orElse("").strip();
        if (after.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(after));
        }
        Optional<Instant> answered = headers.firstValue("Date").flatMap(CheckInAnswers::date);
        return date(after).map(until -> Duration.between(answered.orElseGet(clock::instant), until)).orElse(Duration.ZERO);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
