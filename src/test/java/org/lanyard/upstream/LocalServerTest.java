package org.lanyard.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanyard.Rig.NINE;
import static org.lanyard.upstream.ServedOrder.Status.CANCELLED;
import static org.lanyard.upstream.ServedOrder.Status.PAID;
import static org.lanyard.upstream.ServedOrder.Status.REFUNDED;
import static org.lanyard.upstream.ServedSample.LUNCH;
import static org.lanyard.upstream.ServedSample.TICKET;
import static org.lanyard.upstream.ServedVisitor.body;
import static org.lanyard.upstream.ServedVisitor.kind;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server of the tests answers as the real one was measured to. */
@Execution(ExecutionMode.CONCURRENT)
class LocalServerTest {

    private static final String CHECKIN = "/conf/register/checkin/";
    private static final String NINE_THERE = "2027-05-14T07:00:00+00:00";

    private ServedSample sample;
    private LocalServer server;
    private ServedConference conference;
    private ServedVisitor desk;

    @BeforeEach
    void signIn() throws IOException, InterruptedException {
        sample = ServedSample.signedIn();
        server = sample.server;
        conference = sample.conference;
        desk = sample.visitor;
    }

    @AfterEach
    void stop() {
        sample.close();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    private static List<String> codes(HttpResponse<String> preload) {
        return body(preload).path("attendees").valueStream().map(one -> one.path("access_code").asString()).toList();
    }

    @Test
    void signingInRotatesTheTokenAndOpensASession() throws IOException, InterruptedException {
        ServedVisitor visitor = new ServedVisitor(server);
        assertThat(kind(visitor.get("/accounts/login/"))).isEqualTo("200 HTML");
        assertThat(visitor.cookies()).containsOnlyKeys("csrftoken");
        String before = visitor.cookie("csrftoken");
        HttpResponse<String> answer = visitor.signIn("desk", "secret");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/home/");
        assertThat(visitor.cookies()).containsOnlyKeys("csrftoken", "sessionid");
        assertThat(visitor.cookie("csrftoken")).isNotEqualTo(before);
        assertThat(server.signIns()).isEqualTo(2);
        assertThat(server.requests(ServedCall.SIGN_IN)).isEqualTo(2);
    }

    @Test
    void aWrongPasswordOrAnInactiveAccountIsAPageWithoutASession() throws IOException, InterruptedException {
        ServedVisitor visitor = new ServedVisitor(server);
        assertThat(kind(visitor.signIn("desk", "wrong"))).isEqualTo("200 HTML");
        assertThat(kind(visitor.signIn("nobody", "secret"))).isEqualTo("200 HTML");
        server.activate("desk", false);
        assertThat(kind(visitor.signIn("desk", "secret"))).isEqualTo("200 HTML");
        assertThat(visitor.cookies()).containsOnlyKeys("csrftoken");
        assertThat(server.signIns()).isEqualTo(1);
    }

    @Test
    void signInPathAndPrefixAreSettings() throws IOException, InterruptedException {
        try (LocalServer other = LocalServer.open("/staff/in/", "registration").staff("ada", "pw")) {
            ServedVisitor visitor = new ServedVisitor(other);
            assertThat(visitor.signIn("ada", "pw").statusCode()).isEqualTo(302);
            assertThat(other.conference("conf").prefix()).isEqualTo("/conf/registration");
            assertThat(kind(visitor.get("/conf/registration/checkin/preload/"))).isEqualTo("200 JSON");
            assertThat(kind(visitor.preload())).isEqualTo("404 HTML");
            assertThat(kind(visitor.get("/accounts/login/"))).isEqualTo("404 HTML");
        }
    }

    @Test
    void whoIsNotSignedInGets401() throws IOException, InterruptedException {
        HttpResponse<String> answer = new ServedVisitor(server).preload();
        assertThat(kind(answer)).isEqualTo("401 JSON");
        assertThat(body(answer)).isEqualTo(json("{'error': 'Authentication required'}"));
    }

    @Test
    void aSessionEndsFourteenDaysAfterSignInThoughUsed() throws IOException, InterruptedException {
        server.at(NINE.plusSeconds(14 * 86_400 - 1));
        assertThat(kind(desk.scan("ADA1"))).isEqualTo("200 JSON");
        server.at(NINE.plusSeconds(14 * 86_400));
        assertThat(kind(desk.scan("ADA1"))).isEqualTo("401 JSON");
        desk.signIn("desk", "secret");
        assertThat(kind(desk.scan("ADA1"))).isEqualTo("200 JSON");
    }

    @Test
    void whoMayNotGets403() throws IOException, InterruptedException {
        server.permit("desk", false);
        assertThat(kind(desk.lookup("ADA1"))).isEqualTo("403 JSON");
        assertThat(kind(desk.scan("ADA1"))).isEqualTo("403 JSON");
    }

    @Test
    void aPostWithoutTheCurrentTokenIsForged() throws IOException, InterruptedException {
        ServedVisitor visitor = new ServedVisitor(server);
        visitor.get(server.signInPath());
        String old = visitor.cookie("csrftoken");
        visitor.signIn("desk", "secret");
        String body = "{\"access_code\":\"ADA1\",\"station\":\"\"}";
        assertThat(kind(visitor.send(visitor.json(CHECKIN + "scan/", body).header("X-CSRFToken", old).build())))
                .isEqualTo("403 HTML");
        assertThat(kind(visitor.send(visitor.json(CHECKIN + "scan/", body).build()))).isEqualTo("403 HTML");
        String current = visitor.cookie("csrftoken");
        visitor.forget("csrftoken");
        assertThat(kind(visitor.send(visitor.json(CHECKIN + "scan/", body).header("X-CSRFToken", current).build())))
                .isEqualTo("403 HTML");
        assertThat(conference.checkIns("ADA1")).isEmpty();
    }

    @Test
    void aForeignOrNullOriginIsForged() throws IOException, InterruptedException {
        for (String origin : List.of("http://elsewhere.example", "null", server.address().toString())) {
            HttpResponse<String> answer = desk.send(desk.json(CHECKIN + "scan/", "{\"access_code\":\"ADA1\"}")
                    .header("X-CSRFToken", desk.cookie("csrftoken")).header("Origin", origin).build());
            assertThat(kind(answer)).as(origin)
                    .isEqualTo(origin.equals(server.address().toString()) ? "200 JSON" : "403 HTML");
        }
    }

    @Test
    void anUnknownCodeIs404InJsonAndCaseCounts() throws IOException, InterruptedException {
        for (String code : List.of("NOBODY", "ada1", "conf:ADA1")) {
            assertThat(kind(desk.lookup(code))).as(code).isEqualTo("404 JSON");
            assertThat(kind(desk.scan(code))).as(code).isEqualTo("404 JSON");
            assertThat(kind(desk.redeem(code, LUNCH))).as(code).isEqualTo("404 JSON");
        }
        assertThat(body(desk.scan("NOBODY")))
                .isEqualTo(json("{'error': 'Attendee not found', 'access_code': 'NOBODY'}"));
    }

    @Test
    void aWrongPathIs404InHtml() throws IOException, InterruptedException {
        for (String path : List.of("/other/register/checkin/preload/", "/conf/registration/checkin/preload/",
                "/conf/register/checkin/preload", "/conf/register/checkin/lookup/ADA1", "/accounts/login", "/")) {
            assertThat(kind(desk.get(path))).as(path).isEqualTo("404 HTML");
        }
        assertThat(kind(desk.post("/other/register/checkin/scan/", "{}"))).isEqualTo("404 HTML");
        assertThat(kind(desk.post(CHECKIN + "scan", "{}"))).isEqualTo("404 HTML");
    }

    @Test
    void aCallAskedInTheWrongWayIs405() throws IOException, InterruptedException {
        assertThat(desk.get(CHECKIN + "scan/").statusCode()).isEqualTo(405);
        assertThat(desk.post(CHECKIN + "preload/", "{}").statusCode()).isEqualTo(405);
    }

    @Test
    void thePreloadHoldsActiveOrdersOnly() throws IOException, InterruptedException {
        conference.redeemElsewhere("ADA1", LUNCH);
        conference.checkInElsewhere("ADA1", NINE.minusSeconds(60));
        HttpResponse<String> answer = desk.preload();
        assertThat(kind(answer)).isEqualTo("200 JSON");
        assertThat(codes(answer)).containsExactly("ADA1", "BOB1", "CY01");
        JsonNode preload = body(answer);
        assertThat(preload.propertyNames()).containsExactly("conference", "generated_at", "count", "attendees");
        assertThat(preload.path("conference").asString()).isEqualTo("conf");
        assertThat(preload.path("generated_at").asString()).isEqualTo(NINE_THERE);
        assertThat(preload.path("count").asInt()).isEqualTo(3);
        assertThat(preload.path("attendees").path(0)).isEqualTo(json("""
                {'access_code': 'ADA1', 'name': 'Ada Łovelace', 'email': 'ada@example.org', 'ticket_type': 'Individual',
                 'products': [
                  {'id': 11, 'description': 'Individual', 'quantity': 1, 'ticket_type_slug': 'individual',
                   'addon_slug': null, 'redeemed_count': 0, 'remaining': 1},
                  {'id': 12, 'description': 'Lunch', 'quantity': 2, 'ticket_type_slug': null,
                   'addon_slug': 'lunch', 'redeemed_count': 1, 'remaining': 1}],
                 'checked_in': true, 'checked_in_at': '2027-05-14T06:59:00+00:00'}"""));
        assertThat(preload.path("attendees").path(1).path("checked_in")).isEqualTo(json("false"));
        assertThat(preload.path("attendees").path(1).path("checked_in_at")).isEqualTo(json("null"));
    }

    @Test
    void thePreloadIsStreamedInAscii() throws IOException, InterruptedException {
        HttpResponse<String> answer = desk.preload();
        assertThat(answer.headers().firstValue("Transfer-Encoding")).hasValue("chunked");
        assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
        assertThat(answer.body()).contains("\\u0141ovelace");
    }

    @Test
    void thePreloadIsFilteredByTicketType() throws IOException, InterruptedException {
        assertThat(codes(desk.get(CHECKIN + "preload/?ticket_type=student"))).containsExactly("CY01");
        assertThat(codes(desk.get(CHECKIN + "preload/?ticket_type=none"))).isEmpty();
    }

    @Test
    void whoIsRefundedOrGoneIsAbsentAndLookupTellsWhich() throws IOException, InterruptedException {
        conference.setStatus("ADA1", REFUNDED);
        conference.setStatus("EVE1", PAID);
        conference.remove("CY01");
        assertThat(codes(desk.preload())).containsExactly("EVE1");
        assertThat(body(desk.lookup("BOB1")).path("order_status").asString()).isEqualTo("refunded");
        assertThat(kind(desk.lookup("CY01"))).isEqualTo("404 JSON");
    }

    @Test
    void aLookUpShowsProductsAndWhatCanBeRedeemed() throws IOException, InterruptedException {
        conference.redeemElsewhere("ADA1", LUNCH);
        HttpResponse<String> answer = desk.lookup("ADA1");
        assertThat(kind(answer)).isEqualTo("200 JSON");
        assertThat(body(answer)).isEqualTo(json("""
                {'attendee': {'id': 1, 'access_code': 'ADA1', 'name': 'Ada Łovelace', 'email': 'ada@example.org',
                  'checked_in': false, 'checked_in_at': null, 'ticket_type': 'Individual'},
                 'products': [
                  {'id': 11, 'description': 'Individual', 'quantity': 1, 'ticket_type_slug': 'individual',
                   'addon_slug': null},
                  {'id': 12, 'description': 'Lunch', 'quantity': 2, 'ticket_type_slug': null, 'addon_slug': 'lunch'}],
                 'redeemable': [
                  {'id': 12, 'description': 'Lunch', 'quantity': 2, 'ticket_type_slug': null, 'addon_slug': 'lunch',
                   'redeemed_count': 1, 'remaining': 1}],
                 'order_status': 'paid'}"""));
        assertThat(conference.checkIns("ADA1")).isEmpty();
    }

    @Test
    void aLookUpKnowsTheUnpaid() throws IOException, InterruptedException {
        assertThat(body(desk.lookup("EVE1")).path("order_status").asString()).isEqualTo("pending");
    }

    @Test
    void everyScanAddsARowAndTheFirstStaysTheFirst() throws IOException, InterruptedException {
        assertThat(body(desk.scan("ADA1"))).isEqualTo(json("""
                {'status': 'checked_in',
                 'attendee': {'id': 1, 'access_code': 'ADA1', 'name': 'Ada Łovelace', 'email': 'ada@example.org',
                  'checked_in': true, 'checked_in_at': '2027-05-14T07:00:00+00:00'},
                 'badge': {'name': 'Ada Łovelace', 'ticket_type': 'Individual'},
                 'products': [
                  {'id': 11, 'description': 'Individual', 'quantity': 1, 'ticket_type_slug': 'individual',
                   'addon_slug': null},
                  {'id': 12, 'description': 'Lunch', 'quantity': 2, 'ticket_type_slug': null, 'addon_slug': 'lunch'}],
                 'order_status': 'paid', 'checkin_id': 1, 'checked_in_at': '2027-05-14T07:00:00+00:00'}"""));
        server.at(NINE.plusSeconds(1));
        JsonNode again = body(desk.scan("ADA1", "Door"));
        assertThat(again.path("checkin_id").asInt()).isEqualTo(2);
        assertThat(again.path("checked_in_at").asString()).isEqualTo("2027-05-14T07:00:01+00:00");
        assertThat(again.path("attendee").path("checked_in_at").asString()).isEqualTo(NINE_THERE);
        assertThat(conference.checkIns("ADA1"))
                .containsExactly(new ServedCheckIn("Desk", NINE), new ServedCheckIn("Door", NINE.plusSeconds(1)));
    }

    @Test
    void timesHaveMicrosecondsOrNoFraction() throws IOException, InterruptedException {
        server.at(NINE.plusNanos(120_000_999));
        assertThat(body(desk.scan("ADA1")).path("checked_in_at").asString())
                .isEqualTo("2027-05-14T07:00:00.120000+00:00");
        server.at(NINE.plusNanos(999));
        assertThat(body(desk.scan("ADA1")).path("checked_in_at").asString()).isEqualTo(NINE_THERE);
    }

    @Test
    void anInactiveOrderIsRefusedWithItsStatus() throws IOException, InterruptedException {
        conference.setStatus("ADA1", CANCELLED);
        for (HttpResponse<String> answer : List.of(desk.scan("ADA1"), desk.redeem("ADA1", LUNCH))) {
            assertThat(kind(answer)).isEqualTo("409 JSON");
            assertThat(body(answer).path("order_status").asString()).isEqualTo("cancelled");
            assertThat(body(answer).has("line_item_id")).isFalse();
        }
        assertThat(conference.checkIns("ADA1")).isEmpty();
        assertThat(conference.redemptions("ADA1", LUNCH)).isZero();
    }

    @Test
    void everyRedeemUsesAUnitAndTheLastIsTheLastOfThisAttendeeOnly() throws IOException, InterruptedException {
        assertThat(body(desk.redeem("ADA1", LUNCH))).isEqualTo(json("""
                {'status': 'redeemed', 'redemption_id': 1, 'redeemed_at': '2027-05-14T07:00:00+00:00',
                 'line_item': {'id': 12, 'description': 'Lunch', 'quantity': 2, 'ticket_type_slug': null,
                  'addon_slug': 'lunch'},
                 'attendee': {'id': 1, 'access_code': 'ADA1', 'name': 'Ada Łovelace', 'email': 'ada@example.org',
                  'checked_in': false, 'checked_in_at': null}}"""));
        assertThat(kind(desk.redeem("ADA1", LUNCH))).isEqualTo("200 JSON");
        HttpResponse<String> usedUp = desk.redeem("ADA1", LUNCH);
        assertThat(kind(usedUp)).isEqualTo("409 JSON");
        assertThat(body(usedUp)).isEqualTo(json("{'error': 'Product already fully redeemed', 'line_item_id': 12}"));
        assertThat(kind(desk.redeem("BOB1", LUNCH))).isEqualTo("200 JSON");
        assertThat(conference.redemptions("ADA1", LUNCH)).isEqualTo(2);
        assertThat(conference.redemptions("BOB1", LUNCH)).isEqualTo(1);
    }

    @Test
    void ticketLinesCanBeRedeemedTooAndAnothersLinesCannot() throws IOException, InterruptedException {
        assertThat(kind(desk.redeem("ADA1", TICKET))).isEqualTo("200 JSON");
        assertThat(kind(desk.redeem("ADA1", 21))).isEqualTo("400 JSON");
    }

    @Test
    void eightStationsAfterTheLastUnitGetItOnce() throws IOException, InterruptedException, ExecutionException {
        conference.redeemElsewhere("ADA1", LUNCH);
        List<Future<HttpResponse<String>>> answers = new ArrayList<>();
        try (ExecutorService stations = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                answers.add(stations.submit(() -> desk.redeem("ADA1", LUNCH)));
            }
        }
        assertThat(answers).extracting(answer -> answer.get().statusCode())
                .containsOnlyOnce(200).containsOnly(200, 409);
        assertThat(conference.redemptions("ADA1", LUNCH)).isEqualTo(2);
    }

    @Test
    void aStationTooLongOrWithNulIsAFault() throws IOException, InterruptedException {
        assertThat(kind(desk.scan("ADA1", "x".repeat(100)))).isEqualTo("200 JSON");
        assertThat(kind(desk.scan("ADA1", "x".repeat(101)))).isEqualTo("500 HTML");
        assertThat(kind(desk.scan("ADA1", "Desk\0"))).isEqualTo("500 HTML");
        assertThat(conference.checkIns("ADA1")).hasSize(1);
    }

    @Test
    void conferencesKnowTheirOwnAttendeesOnly() throws IOException, InterruptedException {
        ServedConference other = server.conference("other");
        other.attendee("ZOE1", "Zoe", other.order(PAID));
        assertThat(kind(desk.get("/other/register/checkin/lookup/ZOE1/"))).isEqualTo("200 JSON");
        assertThat(kind(desk.get("/other/register/checkin/lookup/ADA1/"))).isEqualTo("404 JSON");
        assertThat(kind(desk.lookup("ZOE1"))).isEqualTo("404 JSON");
    }

    @Test
    void whatHappenedElsewhereIsOnTheServer() throws IOException, InterruptedException {
        conference.checkInElsewhere("BOB1", NINE.minusSeconds(5));
        assertThat(body(desk.scan("BOB1")).path("attendee").path("checked_in_at").asString())
                .isEqualTo("2027-05-14T06:59:55+00:00");
        assertThat(conference.checkIns("BOB1")).extracting(ServedCheckIn::station).containsExactly("Elsewhere", "Desk");
    }
}
