package org.lanyard.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lanyard.upstream.ServedSample.LUNCH;

import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.Rig;
import org.lanyard.Soon;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Sentence;
import org.lanyard.upstream.Trouble;

/** A server that asks for patience, stalls, floods or is silent costs time, never records and never everybody's. */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class PaceTest {

    private static final Instant NOW = Instant.parse("2027-05-14T07:00:00Z");
    private static final long SEED = 20_270_517;

    private UpstreamRig station;

    @BeforeEach
    void open(@TempDir Path folder) {
        station = UpstreamRig.pulled(folder);
    }

    @AfterEach
    void close() {
        station.close();
    }

    private ServedFaults faults() {
        return station.sample.server.faults();
    }

    @Test
    void pausesGrowUnevenlyUpToTheLongestAndShrinkOnceSomethingGotThrough() {
        Patience patience = new Patience(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1),
                Duration.ofSeconds(60));
        Backoff backoff = new Backoff(patience);
        for (int failures = 1; failures < 100; failures++) {
            backoff.tried(false);
            long most = Math.min(60_000, failures > 10 ? 60_000 : 1_000L << failures);
            assertThat(backoff.next(Optional.empty()).toMillis()).as(failures + " failures").isBetween(most / 2, most);
        }
        backoff.tried(true);
        assertThat(backoff.next(Optional.empty())).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void theServerIsLeftAloneForAsLongAsItAsks(int status) {
        station.checkIn("ADA1");
        faults().next(1, ServedCall.SCAN, new ServedFault.Busy(status, 1));
        long start = System.nanoTime();
        assertThat(station.push().confirmed()).isOne();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whoAsksForALongTimeIsNotAskedAgainInTheSamePush() {
        station.checkIn("ADA1");
        station.checkIn("CY01");
        faults().next(9, ServedCall.SCAN, new ServedFault.Busy(429, 60));
        assertThat(station.push()).extracting(UpstreamStatus::pending, UpstreamStatus::standing)
                .containsExactly(2, Standing.OFFLINE);
        assertThat(station.sample.server.requests(ServedCall.SCAN)).isOne();
    }

    @Test
    void whoAskedForALongTimeIsLeftAloneByTheNextProcessToo() {
        station.checkIn("ADA1");
        faults().next(1, ServedCall.SCAN, new ServedFault.Busy(503, 60));
        station.push();
        station.reopened();
        assertThat(station.upstream().push(station.rig.conference()).map(Sentence::toString))
                .hasValue("The server asked to wait 60 more seconds.");
        assertThatThrownBy(station::pull).isInstanceOf(NotPossible.class).hasMessageContaining("asked to wait");
        assertThat(station.sample.server.requests(ServedCall.SCAN)).isOne();
        station.rig.pass(Duration.ofSeconds(61));
        assertThat(station.push().confirmed()).isOne();
    }

    @Test
    void aDownloadThatStopsInTheMiddleEndsInTimeAndChangesNothing() {
        ServedHold hold = ServedHold.untilOpened();
        station.sample.conference.remove("CY01");
        faults().next(1, ServedCall.PRELOAD, new ServedFault.Stalled(120, hold));
        assertThatThrownBy(station::pull).isInstanceOf(NotPossible.class).hasMessageContaining("nothing was changed");
        hold.open();
        assertThat(station.checkIn("CY01").verdict().recorded()).isTrue();
    }

    @Test
    void aRosterThatNeverComesEndsInTime() {
        ServedHold hold = ServedHold.untilOpened();
        faults().next(1, ServedCall.PRELOAD, new ServedFault.Slow(hold));
        assertThatThrownBy(station::pull).isInstanceOf(NotPossible.class).hasMessageContaining("in time");
        hold.open();
    }

    @Test
    void anAnswerThatNeverComesLeavesTheRedemptionInDoubtAndIsNotSentAgain() {
        ServedHold hold = ServedHold.untilOpened();
        station.redeem("ADA1");
        faults().next(1, ServedCall.REDEEM, new ServedFault.Slow(hold));
        Optional<Trouble> trouble = station.upstream().pushOnce(station.rig.conference());
        assertThat(trouble.map(Trouble::sentence).map(Object::toString)).hasValue("The server did not answer in time.");
        assertThat(station.status()).extracting(UpstreamStatus::inDoubt, UpstreamStatus::pending).containsExactly(1, 0);
        assertThat(station.push().confirmed()).isOne();
        hold.open();
        assertThat(station.sample.server.requests(ServedCall.REDEEM)).isOne();
        assertThat(station.sample.conference.redemptions("ADA1", LUNCH)).isOne();
    }

    @Test
    void anAnswerThatStopsInTheMiddleIsNoneEither() {
        ServedHold hold = ServedHold.untilOpened();
        station.redeem("ADA1");
        faults().next(1, ServedCall.REDEEM, new ServedFault.Stalled(10, hold));
        assertThat(station.push().confirmed()).isOne();
        hold.open();
        assertThat(station.sample.server.requests(ServedCall.REDEEM)).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lookup/ADA1/", "preload/"})
    void anAnswerWithoutAnEndIsGivenUpBeforeItFillsTheMemory(String call, @TempDir Path other) {
        try (EndlessServer endless = new EndlessServer();
                Rig rig = Rig.in(other, new Patience(Duration.ofSeconds(2),
                        Duration.ofSeconds(30), Duration.ZERO, Duration.ZERO, Duration.ofMillis(1), Duration.ofMillis(1)))) {
            rig.csv("access_code,name,ticket_type,order_reference,items", "ADA1,Ada,individual,O-1,lunch:2");
            Upstream upstream = rig.station().upstream();
            upstream.set(rig.conference(), Connection.of(endless.address().toString(), "/conf/register", null, "desk"),
                    false);
            upstream.password(rig.conference(), "secret".toCharArray());
            if (call.startsWith("preload")) {
                assertThatThrownBy(() -> upstream.pull(rig.conference(), true, _ -> {})).isInstanceOf(NotPossible.class);
            } else {
                rig.redeem("lunch", "ADA1");
                assertThat(upstream.pushOnce(rig.conference())).isPresent();
                assertThat(upstream.status(rig.conference()).pending()).isOne();
            }
            assertThat(endless.sent()).isPositive().isLessThan(EndlessServer.FAR_TOO_MUCH);
        }
    }

    @Test
    void aRecordThatTheServerFailsOnDoesNotHoldUpTheOthers() {
        station.checkIn("BOB1");
        station.checkIn("ADA1");
        station.redeem("ADA1");
        station.checkIn("CY01");
        faults().poison("BOB1", ServedFault.LOCKED);
        assertThat(station.push()).extracting(UpstreamStatus::confirmed, UpstreamStatus::nothingLeft)
                .containsExactly(3, false);
        faults().calm();
        assertThat(station.push()).extracting(UpstreamStatus::confirmed, UpstreamStatus::nothingLeft)
                .containsExactly(4, true);
    }

    /** Ten in front: more than fail in a row before the server is left alone. */
    @Test
    void manyRecordsThatTheServerFailsOnDoNotHoldUpTheOthers() {
        System.out.println("PaceTest seed " + SEED);
        Crowd crowd = new Crowd(40, 2);
        crowd.invitedTo(station.sample.conference);
        station.pull();
        for (int i = 0; i < 10; i++) {
            String code = "BAD%02d".formatted(i);
            station.sample.conference.attendee(code, "Bad", station.sample.conference.order(ServedOrder.Status.PAID,
                    ServedLine.ticket(9_000 + i, "Individual", "individual")));
            faults().poison(code, ServedFault.LOCKED);
        }
        station.pull();
        for (int i = 0; i < 10; i++) {
            station.checkIn("BAD%02d".formatted(i));
        }
        crowd.record(station.rig, 60, new Random(SEED));
        station.push();
        assertThat(station.push().confirmed()).isEqualTo(60);
        crowd.assertThereIn(station.sample.conference);
    }

    @Test
    void aRecordThatTheServerNeverAnswersDoesNotHoldUpTheOthers() {
        ServedHold hold = ServedHold.untilOpened();
        station.checkIn("BOB1");
        station.checkIn("ADA1");
        station.checkIn("CY01");
        faults().poison("BOB1", new ServedFault.Slow(hold));
        assertThat(station.push().confirmed()).isGreaterThanOrEqualTo(2);
        hold.open();
        assertThat(station.sample.conference.checkIns("CY01")).isNotEmpty();
    }

    @Test
    void wakingDoesNotCutShortThePauseThatTheServerAskedFor() {
        station.checkIn("ADA1");
        faults().next(1, ServedCall.SCAN, new ServedFault.Busy(503, 2));
        station.upstream().keepInStep(station.rig.conference());
        Soon.until("a request", () -> station.sample.server.requests(ServedCall.SCAN) > 0);
        long start = System.nanoTime();
        station.upstream().wake(station.rig.conference());
        Soon.until("the check-in", () -> !station.sample.conference.checkIns("ADA1").isEmpty());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(1_900));
    }
}
