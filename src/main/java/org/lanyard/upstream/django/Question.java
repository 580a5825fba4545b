package org.lanyard.upstream.django;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import org.lanyard.upstream.OutgoingRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A question to the server, and how its own answers are told from anybody else's JSON.
 *
 * @param path       under the conference's prefix, ending in a slash, or in a query after it
 * @param post       body of a POST; empty for a GET, which changes nothing
 * @param isAnswer   whether a 200 body does what was asked
 * @param isItsOwn   whether a refusal speaks of what was asked
 */
record Question(String path, Optional<String> post, Predicate<JsonNode> isAnswer, Predicate<JsonNode> isItsOwn) {

    static Question lookUp(String code) {
        return new Question("checkin/lookup/" + segment(code) + "/", Optional.empty(),
                body -> body.path("attendee").path("access_code").asString("").equals(code), body -> isOf(body, code));
    }

    // The terminal's view of a person tells the order's reference, which the look-up lacks.
    static Question terminal(String code) {
        return new Question("terminal/attendee/" + segment(code) + "/", Optional.empty(),
                body -> body.path("attendee").path("access_code").asString("").equals(code)
                        && body.path("order").path("reference").isString(),
                body -> isOf(body, code));
    }

    // Nobody's ticket has this slug, so the answer is short.
    static Question conference() {
        return new Question("checkin/preload/?ticket_type=-", Optional.empty(),
                body -> body.path("conference").isString() && body.path("attendees").isArray(), _ -> false);
    }

    static Question deliver(OutgoingRecord record) {
        ObjectNode body = JsonMapper.shared().createObjectNode().put("access_code", record.accessCode());
        return switch (record) {
            case OutgoingRecord.CheckIn(String code, String station) -> new Question("checkin/scan/",
                    Optional.of(body.put("station", station).toString()),
                    answer -> answer.path("checkin_id").isIntegralNumber() && isOf(answer.path("attendee"), code),
                    refusal -> isOf(refusal, code));
            case OutgoingRecord.Redemption(String code, long line) -> new Question("checkin/redeem/",
                    Optional.of(body.put("line_item_id", line).toString()),
                    answer -> answer.path("redemption_id").isIntegralNumber() && isOf(answer.path("attendee"), code)
                            && answer.path("line_item").path("id").asLong(line) == line,
                    refusal -> isOf(refusal, code) && refusal.path("line_item_id").asLong(line) == line);
        };
    }

    boolean changesSomething() {
        return post.isPresent();
    }

    /** A path can hold this code, and the server reads the same code again. */
    static boolean canAsk(String code) {
        return !code.isEmpty() && code.equals(code.strip()) && code.indexOf('/') < 0 && code.indexOf('\0') < 0
                && !code.equals(".") && !code.equals("..") && StandardCharsets.UTF_8.newEncoder().canEncode(code);
    }

    private static boolean isOf(JsonNode body, String code) {
        return body.path("access_code").asString(code).equals(code);
    }

    private static String segment(String code) {
        return URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
