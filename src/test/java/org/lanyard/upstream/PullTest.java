package org.lanyard.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lanyard.upstream.ServedSample.LUNCH;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lanyard.Rig;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Verdict;

/** The server's roster comes here whole, and what it counts is told from what we told it. */
@Execution(ExecutionMode.CONCURRENT)
class PullTest {

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
    void everybodyWhoMayComeIsHere() {
        assertThat(station.rig.station().statistics().of(station.rig.conference()).attendees()).isEqualTo(3);
        assertThat(station.pull().attendees()).extracting(count -> count.added() + count.changed()).isEqualTo(0);
    }

    @Test
    void unitsThatWeConfirmedAreNotHandedOutElsewhere() {
        station.redeem("ADA1");
        station.push();
        station.pull();
        assertThat(station.lunchesLeft("ADA1")).isOne();
    }

    @Test
    void aUnitHandedOutElsewhereLowersWhatRemainsAndShowsAsAnotherDesk() {
        station.sample.conference.redeemElsewhere("ADA1", LUNCH);
        station.redeem("ADA1");
        station.push();
        station.pull();
        assertThat(station.lunchesLeft("ADA1")).isZero();
        assertThat(station.redeem("ADA1").verdict()).isInstanceOfSatisfying(Verdict.FullyRedeemed.class,
                full -> assertThat(full.units()).anySatisfy(unit -> assertThat(unit.station()).isNull()));
    }

    @Test
    void aUnitVoidedHereButToldThereFreesNothingElsewhere() {
        var lunch = station.redeem("ADA1");
        station.push();
        station.rig.station().gate().voidRecord(lunch.scan().id(), "by mistake",
                station.rig.post(new org.lanyard.scan.Mode.CheckIn()), Rig.NINE);
        station.pull();
        assertThat(station.lunchesLeft("ADA1")).as("the server's one is ours, and ours is voided").isEqualTo(2);
    }

    @Test
    void whatIsInDoubtIsSettledBeforeItCouldCountAsElsewhere() {
        station.redeem("ADA1");
        station.sample.server.faults().next(1, ServedCall.REDEEM, ServedFault.ANSWER_LOST);
        station.upstream().pushOnce(station.rig.conference());
        station.pull();
        assertThat(station.lunchesLeft("ADA1")).isOne();
        assertThat(station.status().confirmed()).isOne();
    }

    @Test
    void aCheckInMadeElsewhereMakesTheNextAReEntryAndOursDoesNot() {
        station.checkIn("ADA1");
        station.push();
        station.sample.conference.checkInElsewhere("BOB1", Rig.NINE);
        station.pull();
        assertThat(station.checkIn("BOB1").verdict()).isInstanceOfSatisfying(Verdict.ReEntry.class,
                again -> assertThat(again.count()).isEqualTo(2));
        assertThat(station.checkIn("ADA1").verdict()).isInstanceOfSatisfying(Verdict.ReEntry.class, again -> {
            assertThat(again.count()).isEqualTo(2);
            assertThat(again.last().station()).isEqualTo("Desk");
        });
    }

    @Test
    void whoIsGoneIsWithdrawnAndMayComeBack() {
        station.sample.conference.setStatus("CY01", ServedOrder.Status.REFUNDED);
        assertThatThrownBy(station::pull).as("one of three is too many to go unasked").isInstanceOf(NotPossible.class);
        assertThat(station.upstream().pull(station.rig.conference(), true, _ -> {}).attendees().withdrawn()).isOne();
        assertThat(station.checkIn("CY01").verdict()).isInstanceOf(Verdict.OrderNotActive.class);
        station.sample.conference.setStatus("CY01", ServedOrder.Status.PAID);
        station.pull();
        assertThat(station.checkIn("CY01").verdict()).isInstanceOf(Verdict.CheckedIn.class);
    }

    static List<ServedFault> broken() {
        return List.of(ServedFault.PRELOAD_HALF, ServedFault.PRELOAD_HALF_CUT, new ServedFault.CutAtByte(0),
                new ServedFault.CutAtByte(1), new ServedFault.CutAtByte(200), ServedFault.NOT_JSON, ServedFault.LOCKED,
                new ServedFault.Busy(503, 1));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenDownloadChangesNothingAndSaysSo(ServedFault fault) {
        station.sample.conference.remove("CY01");
        station.sample.server.faults().next(3, ServedCall.PRELOAD, fault);
        assertThatThrownBy(station::pull).isInstanceOf(NotPossible.class).hasMessageEndingWith(".");
        assertThat(station.checkIn("CY01").verdict()).isInstanceOf(Verdict.CheckedIn.class);
    }

    @Test
    void aRosterOfAnotherConferenceIsRefused(@TempDir Path other) {
        try (UpstreamRig wrong = UpstreamRig.in(other)) {
            wrong.sample.server.conference("autumn");
            wrong.upstream().set(wrong.rig.conference(), Connection.of(wrong.sample.server.address().toString(),
                    wrong.sample.server.conference("autumn").prefix(), null, "desk"), false);
            wrong.upstream().password(wrong.rig.conference(), "secret".toCharArray());
            assertThatThrownBy(wrong::pull).hasMessageContaining("autumn");
        }
    }

    @Test
    void itemsOfARosterFromAFileAreTheSameItemsOnceTheServersRosterComes(@TempDir Path other) {
        try (UpstreamRig csv = UpstreamRig.in(other)) {
            csv.rig.csv("access_code,name,ticket_type,order_reference,items", "ADA1,Ada,individual,O-1,lunch:2",
                    "BOB1,Bob,individual,O-1,lunch:2");
            csv.redeem("ADA1");
            csv.pull();
            assertThat(csv.lunchesLeft("ADA1")).as("the lunch that was handed out is not forgotten").isOne();
            csv.push();
            csv.pull();
            assertThat(csv.lunchesLeft("ADA1")).isOne();
        }
    }

    @Test
    void pullAndPushTakeTurns() throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            station.checkIn("ADA1");
        }
        List<Thread> all = List.of(Thread.ofVirtual().start(station::push), Thread.ofVirtual().start(station::pull),
                Thread.ofVirtual().start(station::push), Thread.ofVirtual().start(station::pull));
        for (Thread thread : all) {
            thread.join();
        }
        assertThat(station.sample.server.mostInFlight()).isOne();
        assertThat(station.sample.conference.checkIns("ADA1")).hasSize(20);
    }
}
