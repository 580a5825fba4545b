package org.lanyard.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanyard.upstream.ServedSample.LUNCH;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Sentence;
import org.lanyard.scan.Verdict;

/** Records go to the server: each redemption once, each check-in at least once, whatever the network does. */
@Execution(ExecutionMode.CONCURRENT)
class PushTest {

    private UpstreamRig station;

    @BeforeEach
    void open(@TempDir Path folder) {
        station = UpstreamRig.pulled(folder);
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void whatWasRecordedIsSentOnceAndNamesItsStation() {
        station.checkIn("ADA1");
        station.redeem("ADA1");
        assertThat(station.push()).extracting(UpstreamStatus::confirmed, UpstreamStatus::nothingLeft)
                .containsExactly(2, true);
        station.push();
        assertThat(station.sample.conference.checkIns("ADA1")).extracting(ServedCheckIn::station).containsExactly("Desk");
        assertThat(station.sample.conference.redemptions("ADA1", LUNCH)).isOne();
    }

    @Test
    void aReEntryIsSentAsWell() {
        station.checkIn("ADA1");
        station.checkIn("ADA1");
        station.push();
        assertThat(station.sample.conference.checkIns("ADA1")).hasSize(2);
    }

    @Test
    void aRecordVoidedBeforeItWasSentIsNeverSent() {
        Decision lunch = station.redeem("ADA1");
        Decision entry = station.checkIn("ADA1");
        voidRecord(lunch);
        voidRecord(entry);
        assertThat(station.push()).extracting(UpstreamStatus::confirmed, UpstreamStatus::nothingLeft)
                .containsExactly(0, true);
        assertThat(station.sample.conference.redemptions("ADA1", LUNCH)).isZero();
        assertThat(station.sample.conference.checkIns("ADA1")).isEmpty();
    }

    @Test
    void aVoidAfterwardsHasNoCallThereAndStaysHere() {
        Decision lunch = station.redeem("ADA1");
        station.push();
        voidRecord(lunch);
        assertThat(station.push().undeliverable()).isOne();
        assertThat(station.sample.conference.redemptions("ADA1", LUNCH)).isOne();
    }

    @Test
    void doorChecksStayHereAndAreCounted() {
        station.rig.door("individual", "ADA1");
        assertThat(station.push()).extracting(UpstreamStatus::undeliverable, UpstreamStatus::nothingLeft)
                .containsExactly(1, true);
    }

    @Test
    void aFirstCheckInWhoseAnswerIsLostIsFoundThereAndNotRepeated() {
        station.checkIn("ADA1");
        station.sample.server.faults().next(1, ServedCall.SCAN, ServedFault.ANSWER_LOST);
        assertThat(station.push()).extracting(UpstreamStatus::confirmed, UpstreamStatus::inDoubt).containsExactly(1, 0);
        assertThat(station.sample.conference.checkIns("ADA1")).hasSize(1);
    }

    @Test
    void aCheckInThatNeverArrivedIsSentAgain() {
        station.checkIn("ADA1");
        station.sample.server.faults().next(1, ServedCall.SCAN, ServedFault.CUT_BEFORE);
        station.push();
        assertThat(station.sample.conference.checkIns("ADA1")).hasSize(1);
    }

    @Test
    void aRedemptionWhoseAnswerIsLostIsSettledByTheCountAndNotRepeated() {
        station.redeem("ADA1");
        station.sample.server.faults().next(1, ServedCall.REDEEM, ServedFault.ANSWER_LOST);
        assertThat(station.push()).extracting(UpstreamStatus::confirmed, UpstreamStatus::inDoubt).containsExactly(1, 0);
        assertThat(station.sample.conference.redemptions("ADA1", LUNCH)).isOne();
    }

    @Test
    void theLastUnitWhoseAnswerIsLostIsOursAndNotRefused() {
        station.redeem("ADA1");
        station.redeem("ADA1");
        station.sample.server.faults().next(1, ServedCall.REDEEM, ServedFault.NONE)
                .next(1, ServedCall.REDEEM, ServedFault.ANSWER_LOST);
        assertThat(station.push()).extracting(UpstreamStatus::confirmed, UpstreamStatus::refused).containsExactly(2, 0);
        assertThat(station.sample.conference.redemptions("ADA1", LUNCH)).isEqualTo(2);
    }

    @Test
    void whatCountsCannotSettleGoesToAPersonWithBothSidesFacts() throws InterruptedException {
        station.redeem("ADA1");
        ServedHold hold = ServedHold.untilOpened();
        station.sample.server.faults().next(1, ServedCall.REDEEM, new ServedFault.Slow(hold));
        Thread pushing = Thread.ofVirtual().start(() -> station.upstream().pushOnce(station.rig.conference()));
        hold.awaitArrival();
        station.sample.conference.redeemElsewhere("ADA1", LUNCH);
        pushing.join();
        hold.open();
        assertThat(station.push()).extracting(UpstreamStatus::undecided, UpstreamStatus::nothingLeft)
                .containsExactly(1, false);
        Undelivered open = station.upstream().undelivered(station.rig.conference(), 9).getFirst();
        assertThat(open).extracting(Undelivered::accessCode, Undelivered::item, Undelivered::countedBefore,
                Undelivered::countedAfter, Undelivered::undecided).containsExactly("ADA1", Optional.of("lunch"),
                        OptionalInt.of(0), OptionalInt.of(2), true);
        station.upstream().decide(open.seq(), true);
        assertThat(station.push()).extracting(UpstreamStatus::confirmed, UpstreamStatus::nothingLeft)
                .containsExactly(1, true);
    }

    @Test
    void aRefusalIsKeptWithTheServersReasonAndDoesNotHoldUpTheNext() {
        station.redeem("ADA1");
        station.checkIn("CY01");
        station.sample.conference.setStatus("ADA1", ServedOrder.Status.REFUNDED);
        UpstreamStatus status = station.push();
        assertThat(status).extracting(UpstreamStatus::refused, UpstreamStatus::confirmed, UpstreamStatus::nothingLeft)
                .containsExactly(1, 1, true);
        assertThat(station.upstream().undelivered(station.rig.conference(), 9).getFirst().reason().toString())
                .contains("refunded");
    }

    @Test
    void usedUpElsewhereIsARefusal() {
        station.redeem("ADA1");
        station.sample.conference.redeemElsewhere("ADA1", LUNCH);
        station.sample.conference.redeemElsewhere("ADA1", LUNCH);
        assertThat(station.push()).extracting(UpstreamStatus::refused, UpstreamStatus::confirmed).containsExactly(1, 0);
    }

    @Test
    void anEndedSessionSignsInAgainByItself() {
        station.checkIn("ADA1");
        station.sample.server.endSessions();
        assertThat(station.push().confirmed()).isOne();
    }

    @Test
    void aTokenThatFailedIsFetchedAnew() {
        station.checkIn("ADA1");
        station.sample.server.faults().next(1, ServedCall.SCAN, ServedFault.CSRF_FAILED);
        assertThat(station.push().confirmed()).isOne();
        assertThat(station.sample.conference.checkIns("ADA1")).hasSize(1);
    }

    @Test
    void aLockedDatabaseIsCuredByARetry() {
        station.redeem("ADA1");
        station.sample.server.faults().next(2, ServedCall.REDEEM, ServedFault.LOCKED);
        assertThat(station.push().confirmed()).isOne();
        assertThat(station.sample.conference.redemptions("ADA1", LUNCH)).isOne();
    }

    @Test
    void aCaptivePortalIsNoSuccess() {
        station.checkIn("ADA1");
        station.sample.server.faults().next(50, ServedCall.SCAN, ServedFault.NOT_JSON)
                .next(50, ServedCall.LOOKUP, ServedFault.NOT_JSON);
        assertThat(station.push()).extracting(UpstreamStatus::confirmed, UpstreamStatus::nothingLeft,
                UpstreamStatus::standing).containsExactly(0, false, Standing.OFFLINE);
        station.sample.server.faults().calm();
        assertThat(station.push().confirmed()).isOne();
        assertThat(station.sample.conference.checkIns("ADA1")).hasSize(1);
    }

    @Test
    void aWrongPasswordSaysThatASignInIsNeeded() {
        station.checkIn("ADA1");
        station.upstream().password(station.rig.conference(), "wrong".toCharArray());
        station.sample.server.endSessions();
        assertThat(station.push()).extracting(UpstreamStatus::standing, UpstreamStatus::pending)
                .containsExactly(Standing.SIGN_IN_NEEDED, 1);
    }

    @Test
    void aServerThatIsAwayKeepsEverythingHereAndGetsItWhenItIsBack() {
        station.checkIn("ADA1");
        station.sample.server.stop();
        assertThat(station.push()).extracting(UpstreamStatus::standing, UpstreamStatus::nothingLeft)
                .containsExactly(Standing.OFFLINE, false);
        station.sample.server.startAgain(false);
        assertThat(station.push()).extracting(UpstreamStatus::standing, UpstreamStatus::confirmed)
                .containsExactly(Standing.LIVE, 1);
    }

    @Test
    void patienceIsKeptForAsLongAsTheServerAsks() {
        Backoff backoff = new Backoff(UpstreamRig.IMPATIENT);
        Trouble busy = new Trouble(Trouble.FaultKind.BUSY, Sentence.NONE, Duration.ofSeconds(7));
        assertThat(backoff.next(java.util.Optional.of(busy))).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void aLineThatTheRosterDidNotBringAnIdForIsFoundByItsAddOn(@TempDir Path other) {
        try (UpstreamRig csv = UpstreamRig.in(other)) {
            csv.rig.csv("access_code,name,ticket_type,order_reference,items", "ADA1,Ada,individual,O-1,lunch:2");
            csv.redeem("ADA1");
            assertThat(csv.push().confirmed()).isOne();
            assertThat(csv.sample.conference.redemptions("ADA1", LUNCH)).isOne();
        }
    }

    @Test
    void aLineThatTheServerDoesNotHaveStaysHere(@TempDir Path other) {
        try (UpstreamRig csv = UpstreamRig.in(other)) {
            csv.rig.csv("access_code,name,ticket_type,order_reference,items", "CY01,Cy,student,O-1,lunch:1");
            csv.redeem("CY01");
            assertThat(csv.push()).extracting(UpstreamStatus::undeliverable, UpstreamStatus::nothingLeft)
                    .containsExactly(1, true);
        }
    }

    @Test
    void anotherServersRosterIsNeverMixedWithThisOnes() {
        Connection other = Connection.of("https://example.org", "/conf/register", null, "desk");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> station.upstream().set(station.rig.conference(), other,
                false)).hasMessageContaining("new data folder");
    }

    private void voidRecord(Decision decision) {
        station.rig.station().gate().voidRecord(decision.scan().id(), "by mistake", station.rig.post(new Mode.CheckIn()),
                station.rig.station().clock().instant());
        assertThat(decision.verdict()).isInstanceOfAny(Verdict.CheckedIn.class, Verdict.Redeemed.class);
    }
}
