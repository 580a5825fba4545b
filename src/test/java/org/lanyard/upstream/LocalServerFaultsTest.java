package org.lanyard.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lanyard.upstream.ServedSample.LUNCH;
import static org.lanyard.upstream.ServedVisitor.body;
import static org.lanyard.upstream.ServedVisitor.kind;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

/** The faults of the tests' server do what they are called: what the client sees, and what the server has done. */
class LocalServerFaultsTest {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
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
        threads.close();
    }

    private void next(ServedCall call, ServedFault fault) {
        server.faults().next(1, call, fault);
    }

    private int scans() {
        return conference.checkIns("ADA1").size();
    }

    @Test
    void aLostAnswerIsWorkDone() {
        next(ServedCall.SCAN, ServedFault.ANSWER_LOST);
        assertThatIOException().isThrownBy(() -> desk.scan("ADA1"));
        assertThat(scans()).isEqualTo(1);
        assertThat(server.requests(ServedCall.SCAN)).isEqualTo(1);
    }

    @Test
    void aLostAnswerRetriedUsesASecondUnit() throws IOException, InterruptedException {
        next(ServedCall.REDEEM, ServedFault.ANSWER_LOST);
        assertThatIOException().isThrownBy(() -> desk.redeem("ADA1", LUNCH));
        assertThat(kind(desk.redeem("ADA1", LUNCH))).isEqualTo("200 JSON");
        assertThat(conference.redemptions("ADA1", LUNCH)).isEqualTo(2);
    }

    @Test
    void aCutBeforeIsNoWork() {
        next(ServedCall.SCAN, ServedFault.CUT_BEFORE);
        assertThatIOException().isThrownBy(() -> desk.scan("ADA1"));
        assertThat(scans()).isZero();
        assertThat(server.requests(ServedCall.SCAN)).isEqualTo(1);
    }

    /** The JDK's client asks again by itself when a kept connection is cut, but nothing that is posted. */
    @Test
    void aKeptConnectionIsCutToo() throws IOException, InterruptedException {
        try (HttpClient client = desk.client()) {
            HttpRequest lookup = desk.to("/conf/register/checkin/lookup/ADA1/").build();
            HttpRequest scan = desk.json("/conf/register/checkin/scan/", "{\"access_code\":\"ADA1\"}")
                    .header("X-CSRFToken", desk.cookie("csrftoken")).build();
            client.send(lookup, BodyHandlers.ofString());
            next(ServedCall.SCAN, ServedFault.ANSWER_LOST);
            assertThatIOException().isThrownBy(() -> client.send(scan, BodyHandlers.ofString()));
            assertThat(scans()).isEqualTo(1);
            client.send(lookup, BodyHandlers.ofString());
            next(ServedCall.LOOKUP, ServedFault.CUT_BEFORE);
            assertThat(kind(client.send(lookup, BodyHandlers.ofString()))).isEqualTo("200 JSON");
            assertThat(server.requests(ServedCall.LOOKUP)).isEqualTo(4);
        }
    }

    @Test
    void anAnswerCutInTheMiddleIsWorkDone() {
        int cuts = 0;
        for (int bytes : List.of(0, 1, 40, 1_000_000)) {
            next(ServedCall.SCAN, new ServedFault.CutAtByte(bytes));
            assertThatIOException().as("%s bytes", bytes).isThrownBy(() -> desk.scan("ADA1"));
            assertThat(scans()).isEqualTo(++cuts);
        }
    }

    @Test
    void aPreloadCutInTheMiddleIsNoAnswer() {
        next(ServedCall.PRELOAD, new ServedFault.CutAtByte(100));
        next(ServedCall.PRELOAD, ServedFault.PRELOAD_HALF_CUT);
        assertThatIOException().isThrownBy(desk::preload);
        assertThatIOException().isThrownBy(desk::preload);
    }

    @Test
    void aPreloadCutInHalfIsAWholeAnswerOfBrokenJson() throws IOException, InterruptedException {
        String whole = desk.preload().body();
        next(ServedCall.PRELOAD, ServedFault.PRELOAD_HALF);
        HttpResponse<String> half = desk.preload();
        assertThat(kind(half)).isEqualTo("200 JSON");
        assertThat(half.body()).isEqualTo(whole.substring(0, whole.length() / 2));
        assertThatThrownBy(() -> body(half)).isInstanceOf(JacksonException.class);
    }

    @Test
    void aSlowAnswerWaitsWithItsWorkDone() throws IOException, InterruptedException, ExecutionException {
        ServedHold hold = ServedHold.untilOpened();
        next(ServedCall.SCAN, new ServedFault.Slow(hold));
        Future<HttpResponse<String>> answer = threads.submit(() -> desk.scan("ADA1"));
        hold.awaitArrival();
        assertThat(scans()).isEqualTo(1);
        assertThat(answer.isDone()).isFalse();
        assertThat(kind(desk.lookup("ADA1"))).isEqualTo("200 JSON");
        hold.open();
        assertThat(kind(answer.get())).isEqualTo("200 JSON");
    }

    @Test
    void aSlowAnswerComesWhenItsTimeIsOver() throws IOException, InterruptedException {
        next(ServedCall.LOOKUP, new ServedFault.Slow(ServedHold.lasting(Duration.ofMillis(200))));
        long asked = System.nanoTime();
        assertThat(kind(desk.lookup("ADA1"))).isEqualTo("200 JSON");
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void aLockedDatabaseIsNoWork() throws IOException, InterruptedException {
        next(ServedCall.SCAN, ServedFault.LOCKED);
        HttpResponse<String> answer = desk.scan("ADA1");
        assertThat(kind(answer)).isEqualTo("500 HTML");
        assertThat(answer.body()).contains("database is locked");
        assertThat(scans()).isZero();
    }

    @Test
    void anEndedSessionStaysEndedUntilTheNextSignIn() throws IOException, InterruptedException {
        next(ServedCall.SCAN, ServedFault.SESSION_ENDED);
        assertThat(kind(desk.scan("ADA1"))).isEqualTo("401 JSON");
        assertThat(kind(desk.preload())).isEqualTo("401 JSON");
        desk.signIn("desk", "secret");
        assertThat(kind(desk.scan("ADA1"))).isEqualTo("200 JSON");
        assertThat(scans()).isEqualTo(1);
    }

    @Test
    void aFailedForgeryCheckIsNoWork() throws IOException, InterruptedException {
        next(ServedCall.REDEEM, ServedFault.CSRF_FAILED);
        assertThat(kind(desk.redeem("ADA1", LUNCH))).isEqualTo("403 HTML");
        assertThat(conference.redemptions("ADA1", LUNCH)).isZero();
    }

    @Test
    void aBusyServerSaysWhenToComeBack() throws IOException, InterruptedException {
        for (int status : List.of(429, 503)) {
            next(ServedCall.SCAN, new ServedFault.Busy(status, 7));
            HttpResponse<String> answer = desk.scan("ADA1");
            assertThat(kind(answer)).isEqualTo(status + " HTML");
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("7");
        }
        assertThat(scans()).isZero();
    }

    @Test
    void aCaptivePortalAnswers200WithAPage() throws IOException, InterruptedException {
        next(ServedCall.SCAN, ServedFault.NOT_JSON);
        assertThat(kind(desk.scan("ADA1"))).isEqualTo("200 HTML");
        assertThat(scans()).isZero();
    }

    @Test
    void signingInCanFailToo() throws IOException, InterruptedException {
        next(ServedCall.SIGN_IN, ServedFault.LOCKED);
        assertThat(kind(desk.signIn("desk", "secret"))).isEqualTo("500 HTML");
        next(ServedCall.SIGN_IN, ServedFault.ANSWER_LOST);
        assertThatIOException().isThrownBy(() -> desk.signIn("desk", "secret"));
        assertThat(server.signIns()).isEqualTo(2);
    }

    @Test
    void aScriptIsForItsCallInItsOrderAndThenOver() throws IOException, InterruptedException {
        server.faults().next(1, ServedCall.SCAN, ServedFault.NONE).next(2, ServedCall.SCAN, ServedFault.LOCKED);
        assertThat(kind(desk.lookup("ADA1"))).isEqualTo("200 JSON");
        List<String> kinds = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            kinds.add(kind(desk.scan("ADA1")));
        }
        assertThat(kinds).containsExactly("200 JSON", "500 HTML", "500 HTML", "200 JSON");
        assertThat(server.faults().dealt()).containsExactly(
                new ServedFaults.Dealt(ServedCall.SCAN, ServedFault.LOCKED),
                new ServedFaults.Dealt(ServedCall.SCAN, ServedFault.LOCKED));
    }

    @Test
    void aScriptThatCannotHappenIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> next(ServedCall.SCAN, ServedFault.PRELOAD_HALF));
        assertThatIllegalArgumentException().isThrownBy(() -> next(ServedCall.PRELOAD, ServedFault.CSRF_FAILED));
        assertThatIllegalArgumentException().isThrownBy(() -> next(ServedCall.SIGN_IN, ServedFault.SESSION_ENDED));
    }

    private List<ServedFaults.Dealt> byChance(double probability, long seed) {
        ServedFaults faults = new ServedFaults().randomly(probability, seed, ServedFault.CUT_BEFORE,
                ServedFault.LOCKED, ServedFault.PRELOAD_HALF);
        for (int i = 0; i < 1000; i++) {
            faults.deal(i % 2 == 0 ? ServedCall.SCAN : ServedCall.PRELOAD, "");
        }
        return faults.dealt();
    }

    @Test
    void chanceIsReplayedByItsSeed() {
        assertThat(byChance(0.3, 1)).isEqualTo(byChance(0.3, 1)).isNotEqualTo(byChance(0.3, 2))
                .hasSizeBetween(200, 400).allMatch(one -> one.fault().fits(one.call()))
                .extracting(ServedFaults.Dealt::fault).contains(ServedFault.CUT_BEFORE, ServedFault.LOCKED,
                        ServedFault.PRELOAD_HALF);
        assertThat(byChance(0, 1)).isEmpty();
        assertThat(byChance(1, 1)).hasSize(1000);
    }

    @Test
    void chanceStrikesRequestsUntilItIsCalm() throws IOException, InterruptedException {
        server.faults().randomly(1, 1, ServedFault.LOCKED).next(1, ServedCall.SCAN, ServedFault.NOT_JSON);
        assertThat(kind(desk.scan("ADA1"))).isEqualTo("200 HTML");
        assertThat(kind(desk.scan("ADA1"))).isEqualTo("500 HTML");
        assertThat(kind(desk.lookup("ADA1"))).isEqualTo("500 HTML");
        server.faults().calm();
        assertThat(kind(desk.scan("ADA1"))).isEqualTo("200 JSON");
    }

    @Test
    void requestsThatTakeTurnsAreNeverTwoAtOnce() throws IOException, InterruptedException {
        for (int i = 0; i < 10; i++) {
            desk.preload();
            desk.scan("ADA1");
        }
        assertThat(server.mostInFlight()).isEqualTo(1);
    }

    @Test
    void requestsAtOnceAreCounted() throws IOException, InterruptedException, ExecutionException {
        ServedHold hold = ServedHold.untilOpened();
        next(ServedCall.PRELOAD, new ServedFault.Slow(hold));
        Future<HttpResponse<String>> pull = threads.submit(desk::preload);
        hold.awaitArrival();
        desk.scan("ADA1");
        hold.open();
        assertThat(kind(pull.get())).isEqualTo("200 JSON");
        assertThat(server.mostInFlight()).isEqualTo(2);
    }

    @Test
    void aStoppedServerRefusesAndComesBackWithItsState() throws IOException, InterruptedException {
        desk.scan("ADA1");
        server.stop();
        assertThatIOException().isThrownBy(() -> desk.scan("ADA1")).isInstanceOf(ConnectException.class);
        server.startAgain(true);
        assertThat(kind(desk.scan("ADA1"))).isEqualTo("200 JSON");
        assertThat(scans()).isEqualTo(2);
    }

    @Test
    void sessionsMayBeGoneAfterARestart() throws IOException, InterruptedException {
        server.stop();
        server.startAgain(false);
        assertThat(kind(desk.scan("ADA1"))).isEqualTo("401 JSON");
    }

    @Test
    void stoppingLosesTheAnswersUnderWay() throws InterruptedException {
        ServedHold hold = ServedHold.untilOpened();
        next(ServedCall.SCAN, new ServedFault.Slow(hold));
        Future<HttpResponse<String>> answer = threads.submit(() -> desk.scan("ADA1"));
        hold.awaitArrival();
        server.stop();
        assertThatThrownBy(answer::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(IOException.class);
        assertThat(scans()).isEqualTo(1);
        server.startAgain(true);
    }
}
