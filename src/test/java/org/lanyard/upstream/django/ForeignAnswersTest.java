package org.lanyard.upstream.django;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lanyard.upstream.OutgoingRecord;
import org.lanyard.upstream.Refusal;

/** Only an answer in the server's own form confirms or refuses anything, whatever its status. */
class ForeignAnswersTest {

    private record Call(String name, Question question, Body own, Set<Body> refusals) {}

    private record Body(String name, String type, String text) {

        static Body json(String name, String text) {
            return new Body(name, "application/json", text);
        }
    }

    private static final Body EMPTY = Body.json("an empty object", "{}");
    private static final Body LIST = Body.json("a list", "[]");
    private static final Body CUT = Body.json("cut off", "{\"checkin_id\": 1, \"attend");
    private static final Body PAGE = new Body("a page", "text/html", "<html>Welcome to the Wi-Fi</html>");
    private static final Body GATEWAY = Body.json("a gateway's", "{\"message\": \"no route\", \"code\": 404}");
    private static final Body ERROR_ONLY = Body.json("an error alone", "{\"error\": \"not found\"}");
    private static final Body NO_ID = Body.json("without an id", "{\"status\": \"checked_in\", \"checkin_id\": null}");
    private static final Body OTHER_PERSON = Body.json("another person's",
            "{\"checkin_id\": 1, \"redemption_id\": 1, \"attendee\": {\"access_code\": \"BOB1\"}}");
    private static final Body OTHERS_REFUSAL = Body.json("another person's refusal",
            "{\"error\": \"Attendee not found\", \"access_code\": \"BOB1\"}");
    private static final Body REFUSAL = Body.json("a refusal",
            "{\"error\": \"Order is refunded\", \"access_code\": \"ADA1\", \"order_status\": \"refunded\"}");
    private static final Body UNIT_REFUSAL = Body.json("a unit's refusal",
            "{\"error\": \"Product already fully redeemed\", \"line_item_id\": 12}");
    private static final List<Body> FOREIGN = List.of(EMPTY, LIST, CUT, PAGE, GATEWAY, ERROR_ONLY, NO_ID, OTHER_PERSON,
            OTHERS_REFUSAL);

    private static final List<Call> CALLS = List.of(
            new Call("lookup", Question.lookUp("ADA1"), Body.json("its own", "{\"attendee\": {\"access_code\": \"ADA1\"}}"),
                    Set.of(REFUSAL, UNIT_REFUSAL)),
            new Call("scan", Question.deliver(new OutgoingRecord.CheckIn("ADA1", "Desk")),
                    Body.json("its own", "{\"checkin_id\": 7, \"attendee\": {\"access_code\": \"ADA1\"}}"),
                    Set.of(REFUSAL, UNIT_REFUSAL)),
            new Call("redeem", Question.deliver(new OutgoingRecord.Redemption("ADA1", 12)),
                    Body.json("its own", "{\"redemption_id\": 7, \"attendee\": {\"access_code\": \"ADA1\"}}"),
                    Set.of(REFUSAL, UNIT_REFUSAL)),
            new Call("conference", Question.conference(),
                    Body.json("its own", "{\"conference\": \"conf\", \"attendees\": []}"), Set.of()));

    static List<Call> calls() {
        return CALLS;
    }

    private static Reply read(int status, Body body, Question question) {
        HttpHeaders headers = HttpHeaders.of(Map.of("Content-Type", List.of(body.type())), (_, _) -> true);
        return new CheckInAnswers(() -> Instant.EPOCH).read(status, headers, body.text().getBytes(StandardCharsets.UTF_8),
                question);
    }

    /** Statuses with which the server, and nobody else, turns a request away before it does anything. */
    private static boolean turnedAway(int status, Body body) {
        boolean own = body.text().contains("\"error\"");
        return status == 429 || own && (status == 401 || status == 403);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void case04_everyStatusWithEveryBodyIsReadByItsFormAndNotByItsStatus(Call call) {
        for (int status = 200; status < 600; status++) {
            assertThat(read(status, call.own(), call.question()) instanceof Reply.Said).as("%s %d", call.name(), status)
                    .isEqualTo(status == 200);
            for (Body body : FOREIGN) {
                assertNoWordOfTheServers(call, status, body);
            }
            for (Body refusal : List.of(REFUSAL, UNIT_REFUSAL)) {
                assertRefusal(call, status, refusal);
            }
        }
    }

    private static void assertNoWordOfTheServers(Call call, int status, Body body) {
        Reply reply = read(status, body, call.question());
        boolean doubt = call.question().changesSomething() && !turnedAway(status, body);
        assertThat(reply).as("%s %d %s", call.name(), status, body.name())
                .isInstanceOf(doubt ? Reply.Lost.class : Reply.NotDone.class);
    }

    private static void assertRefusal(Call call, int status, Body body) {
        boolean refused = call.refusals().contains(body) && status >= 400 && status < 500
                && !Set.of(401, 403, 429).contains(status);
        Reply reply = read(status, body, call.question());
        assertThat(reply instanceof Reply.Refused).as("%s %d %s", call.name(), status, body.name()).isEqualTo(refused);
        if (reply instanceof Reply.Refused(Refusal why) && body.equals(REFUSAL)) {
            assertThat(why.reason()).isEqualTo(Refusal.Reason.ORDER);
            assertThat(why.orderStatus()).hasValue("refunded");
        }
    }
}
