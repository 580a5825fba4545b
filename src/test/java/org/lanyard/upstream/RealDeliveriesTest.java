package org.lanyard.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lanyard.upstream.ServedSample.LUNCH;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.Soon;
import org.lanyard.scan.Decision;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Sentence;
import org.lanyard.upstream.Undelivered.Group;

/** The registration server as it really answers: what becomes of records. The numbers are those of upstream-cases.md. */
@Execution(ExecutionMode.CONCURRENT)
class RealDeliveriesTest {

    private static final Duration ARRIVE = Duration.ofSeconds(90);
    private static final int[] LATE = {1, 2, 3, 5, 8, 13, 21, 34, 55, 60};
    /** Waits for answers for a moment only, yet until a busy machine's request arrives; for lost ones as long as in use. */
    private static final Patience CAREFUL = new Patience(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ZERO,
            ARRIVE, Duration.ofMillis(1), Duration.ofMillis(20));

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

    private void lunchFor(String code, long line, int quantity) {
        station.sample.conference.attendee(code, "Guest " + code, station.sample.conference.order(ServedOrder.Status.PAID,
                ServedLine.ticket(line, "Individual", "individual"),
                ServedLine.addOn(line + 1, "Lunch", "lunch", quantity)));
    }

    @Test
    void case06_everyCodeIsEscapedAndOneThatCannotBeAskedForHoldsUpNothing() {
        List<String> codes = OddCodes.all();
        for (int i = 0; i < codes.size(); i++) {
            lunchFor(codes.get(i), 1_000 + 2L * i, 2);
        }
        station.pull();
        codes.forEach(code -> assertThat(station.redeem(code).verdict().recorded()).as(code).isTrue());
        UpstreamStatus status = station.push();
        List<String> unaskable = codes.stream().filter(code -> code.contains("/")).toList();
        assertThat(unaskable).isNotEmpty();
        assertThat(status).extracting(UpstreamStatus::confirmed, UpstreamStatus::undeliverable,
                UpstreamStatus::nothingLeft).containsExactly(codes.size() - unaskable.size(), unaskable.size(), true);
        assertThat(station.undelivered()).extracting(Undelivered::accessCode)
                .containsExactlyInAnyOrderElementsOf(unaskable);
        assertThat(station.undelivered()).allSatisfy(record -> assertThat(record.reason())
                .isEqualTo(Sentence.of("delivery.unaskable", record.accessCode())));
        for (int i = 0; i < codes.size(); i++) {
            assertThat(station.sample.conference.redemptions(codes.get(i), 1_001 + 2L * i)).as(codes.get(i))
                    .isEqualTo(codes.get(i).contains("/") ? 0 : 1);
        }
    }

    @Test
    void case06_aCheckInOfACodeWithASlashNeedsNoQuestionAndArrives() {
        lunchFor("A/B", 900, 1);
        station.pull();
        station.checkIn("A/B");
        assertThat(station.push().confirmed()).isOne();
    }

    @Test
    void case07_whileARecordIsUndecidedUnitsElsewhereAreTakenOver() throws InterruptedException {
        lunchFor("DAN1", 900, 5);
        station.pull();
        station.redeem("DAN1");
        ServedHold hold = ServedHold.untilOpened();
        faults().next(1, ServedCall.REDEEM, new ServedFault.Slow(hold));
        Thread pushing = Thread.ofVirtual().start(() -> station.upstream().pushOnce(station.rig.conference()));
        hold.awaitArrival();
        station.sample.conference.redeemElsewhere("DAN1", 901);
        pushing.join();
        hold.open();
        assertThat(station.push().undecided()).isOne();
        for (int i = 0; i < 3; i++) {
            station.sample.conference.redeemElsewhere("DAN1", 901);
            station.pull();
            assertThat(station.lunchesLeft("DAN1")).as("after %d more elsewhere", i + 1).isEqualTo(2 - i);
        }
        assertThat(station.redeem("DAN1").verdict().recorded()).isFalse();
    }

    @Test
    void case08_whatWasRefusedForAPendingOrderIsSentAgainOnceAPullShowsItPaid() {
        station.redeem("ADA1");
        station.checkIn("CY01");
        station.sample.conference.setStatus("ADA1", ServedOrder.Status.PENDING);
        station.sample.conference.setStatus("CY01", ServedOrder.Status.PENDING);
        assertThat(station.push().refused()).isEqualTo(2);
        station.sample.conference.setStatus("ADA1", ServedOrder.Status.PAID);
        station.upstream().pull(station.rig.conference(), true, _ -> {});
        assertThat(station.push()).extracting(UpstreamStatus::refused, UpstreamStatus::confirmed).containsExactly(1, 1);
        station.sample.conference.setStatus("CY01", ServedOrder.Status.PAID);
        station.upstream().pull(station.rig.conference(), true, _ -> {});
        assertThat(station.push()).extracting(UpstreamStatus::refused, UpstreamStatus::confirmed).containsExactly(0, 2);
    }

    @Test
    void case08_whatWasUsedUpIsSentAgainOnceTheServerHasAUnitMore() {
        lunchFor("DAN1", 900, 1);
        station.pull();
        station.redeem("DAN1");
        station.sample.conference.redeemElsewhere("DAN1", 901);
        assertThat(station.push().refused()).isOne();
        lunchFor("DAN1", 900, 2);
        station.sample.conference.redeemElsewhere("DAN1", 901);
        station.pull();
        assertThat(station.push()).extracting(UpstreamStatus::refused, UpstreamStatus::confirmed).containsExactly(0, 1);
    }

    @Test
    void case08_aPersonMaySendOneOrAllOfAReasonAgain() {
        station.redeem("ADA1");
        station.checkIn("BOB1");
        station.checkIn("CY01");
        station.sample.conference.setStatus("ADA1", ServedOrder.Status.PENDING);
        station.sample.conference.setStatus("CY01", ServedOrder.Status.CANCELLED);
        assertThat(station.push().refused()).isEqualTo(3);
        station.sample.conference.setStatus("ADA1", ServedOrder.Status.PAID);
        station.sample.conference.setStatus("CY01", ServedOrder.Status.PAID);
        Undelivered one = station.undelivered().getFirst();
        station.upstream().retry(station.rig.conference(), one.id());
        assertThatThrownBy(() -> station.upstream().retry(station.rig.conference(), one.id()))
                .isInstanceOf(NotPossible.class);
        assertThat(station.push().confirmed()).isOne();
        assertThat(station.upstream().retryAll(station.rig.conference(), "order is PENDING")).isEqualTo(2);
        assertThat(station.push()).extracting(UpstreamStatus::refused, UpstreamStatus::confirmed).containsExactly(0, 3);
    }

    @ParameterizedTest
    @EnumSource(value = ServedCall.class, names = {"REDEEM", "SCAN"})
    void case12_aRequestHeldByTheNetworkForUpToAMinuteIsNeverSentTwice(ServedCall call, @TempDir Path other)
            throws InterruptedException {
        try (UpstreamRig careful = UpstreamRig.pulled(other, CAREFUL)) {
            for (int seconds = 1; seconds <= 60; seconds++) {
                String code = "LATE%02d".formatted(seconds);
                careful.sample.conference.attendee(code, code, careful.sample.conference.order(ServedOrder.Status.PAID,
                        ServedLine.ticket(1_000 + seconds, "Individual", "individual"),
                        ServedLine.addOn(2_000 + seconds, "Lunch", "lunch", 3)));
            }
            careful.pull();
            for (int seconds : LATE) {
                deliverLate(careful, call, "LATE%02d".formatted(seconds), 2_000 + seconds, Duration.ofSeconds(seconds));
            }
            assertThat(careful.status()).extracting(UpstreamStatus::confirmed, UpstreamStatus::twice)
                    .containsExactly(LATE.length, 0);
        }
    }

    private static void deliverLate(UpstreamRig careful, ServedCall call, String code, long line, Duration late)
            throws InterruptedException {
        if (call == ServedCall.SCAN) {
            careful.checkIn(code);
        } else {
            careful.redeem(code);
        }
        IntSupplier arrived = () -> call == ServedCall.SCAN ? careful.sample.conference.checkIns(code).size()
                : careful.sample.conference.redemptions(code, line);
        ServedHold hold = ServedHold.untilOpened();
        careful.sample.server.faults().next(1, call, new ServedFault.Held(hold));
        int asked = careful.sample.server.requests(call);
        careful.upstream().pushOnce(careful.rig.conference());
        careful.rig.pass(late);
        careful.sample.server.at(careful.rig.station().clock().instant());
        careful.upstream().pushOnce(careful.rig.conference());
        hold.open();
        Soon.until(code, () -> arrived.getAsInt() > 0);
        careful.rig.pass(ARRIVE);
        careful.upstream().pushOnce(careful.rig.conference());
        assertThat(arrived.getAsInt()).as(code).isOne();
        assertThat(careful.sample.server.requests(call)).as(code).isEqualTo(asked + 1);
        assertThat(careful.status().inDoubt()).as(code).isZero();
    }

    @Test
    void case12_aRequestThatNeverArrivedIsSentAgainAfterTheLimit(@TempDir Path other) {
        try (UpstreamRig careful = UpstreamRig.pulled(other, CAREFUL)) {
            careful.redeem("ADA1");
            careful.checkIn("CY01");
            careful.sample.server.faults().next(1, ServedCall.REDEEM, ServedFault.CUT_BEFORE)
                    .next(1, ServedCall.SCAN, ServedFault.CUT_BEFORE);
            careful.push();
            assertThat(careful.status().inDoubt()).isEqualTo(2);
            assertThat(careful.upstream().untilSettled(careful.rig.conference())).isEqualTo(ARRIVE);
            careful.rig.pass(ARRIVE);
            assertThat(careful.push()).extracting(UpstreamStatus::confirmed, UpstreamStatus::nothingLeft)
                    .containsExactly(2, true);
            assertThat(careful.sample.conference.redemptions("ADA1", LUNCH)).isOne();
            assertThat(careful.sample.conference.checkIns("CY01")).hasSize(1);
        }
    }

    @Test
    void case12_whatArrivedTwiceAllTheSameIsToldByTheNextPull(@TempDir Path other) {
        try (UpstreamRig careful = UpstreamRig.pulled(other, CAREFUL)) {
            careful.redeem("ADA1");
            ServedHold hold = ServedHold.untilOpened();
            careful.sample.server.faults().next(1, ServedCall.REDEEM, new ServedFault.Held(hold));
            careful.upstream().pushOnce(careful.rig.conference());
            careful.rig.pass(ARRIVE);
            assertThat(careful.push().confirmed()).isOne();
            assertThat(careful.status().twice()).isZero();
            hold.open();
            Soon.until("the second", () -> careful.sample.conference.redemptions("ADA1", LUNCH) == 2);
            careful.pull();
            assertThat(careful.status()).extracting(UpstreamStatus::twice, UpstreamStatus::needsAttention)
                    .containsExactly(1, true);
            assertThat(careful.undelivered().getFirst()).extracting(Undelivered::group, Undelivered::reason)
                    .containsExactly(Group.COUNTED_TWICE, Sentence.of("delivery.more", 0, 1));
            assertThat(careful.upstream().noteSeen(careful.rig.conference())).isOne();
            assertThat(careful.status().needsAttention()).isFalse();
        }
    }

    @Test
    void case13_aVoidedUnitStandsForOneHandedOutAnew() {
        lunchFor("DAN1", 900, 1);
        station.pull();
        for (int i = 0; i < 3; i++) {
            Decision lunch = station.redeem("DAN1");
            assertThat(lunch.verdict().recorded()).as("round " + i).isTrue();
            assertThat(station.push()).extracting(UpstreamStatus::refused, UpstreamStatus::confirmed)
                    .containsExactly(0, i + 1);
            station.pull();
            assertThat(station.lunchesLeft("DAN1")).isZero();
            station.voidRecord(lunch);
            station.pull();
            assertThat(station.lunchesLeft("DAN1")).isOne();
        }
        assertThat(station.sample.conference.redemptions("DAN1", 901)).isOne();
        assertThat(station.sample.server.requests(ServedCall.REDEEM)).isOne();
    }

    @Test
    void case13_oneRefusedBeforeTheOtherWasVoidedIsPairedToo() {
        lunchFor("DAN1", 900, 2);
        station.pull();
        Decision first = station.redeem("DAN1");
        station.push();
        station.redeem("DAN1");
        station.sample.conference.redeemElsewhere("DAN1", 901);
        assertThat(station.push().refused()).isOne();
        station.voidRecord(first);
        assertThat(station.push()).extracting(UpstreamStatus::refused, UpstreamStatus::confirmed, UpstreamStatus::twice)
                .containsExactly(0, 2, 0);
    }

    @Test
    void case15_whatTwoDesksHandedOutIsToldUntilSomebodyHasSeenIt() {
        station.redeem("ADA1");
        station.sample.conference.redeemElsewhere("ADA1", LUNCH);
        station.sample.conference.redeemElsewhere("ADA1", LUNCH);
        station.checkIn("CY01");
        UpstreamStatus status = station.push();
        assertThat(status).extracting(UpstreamStatus::twice, UpstreamStatus::needsAttention, UpstreamStatus::refused,
                UpstreamStatus::confirmed).containsExactly(1, true, 1, 1);
        Undelivered twice = station.undelivered().getFirst();
        assertThat(twice).extracting(Undelivered::group, Undelivered::accessCode, Undelivered::station)
                .containsExactly(Group.HANDED_OUT_TWICE, "ADA1", "Desk");
        assertThat(twice.advice().toString()).contains("Another desk");
        station.upstream().noteSeen(station.rig.conference());
        assertThat(station.status()).extracting(UpstreamStatus::twice, UpstreamStatus::refused).containsExactly(0, 1);
        assertThat(station.undelivered().getFirst().group()).isEqualTo(Group.REFUSED);
    }

    @Test
    void case15_aUnitThatWasGivenBackIsNoLongerHandedOutTwice() {
        Decision lunch = station.redeem("ADA1");
        station.sample.conference.redeemElsewhere("ADA1", LUNCH);
        station.sample.conference.redeemElsewhere("ADA1", LUNCH);
        station.push();
        station.voidRecord(lunch);
        assertThat(station.status().twice()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 40})
    void upToFourRequestsOfDifferentPeopleAreUnderWayAndNeverTwoOfOne(int people) {
        for (int i = 0; i < people; i++) {
            lunchFor("CROWD%02d".formatted(i), 1_000 + 2L * i, 3);
        }
        station.pull();
        for (int i = 0; i < 120; i++) {
            String code = "CROWD%02d".formatted(i % people);
            if (i / people < 3) {
                station.redeem(code);
            }
            station.checkIn(code);
        }
        faults().randomly(0.3, 20_270_514, new ServedFault.Slow(ServedHold.lasting(Duration.ofMillis(40))));
        assertThat(station.push().nothingLeft()).isTrue();
        assertThat(station.sample.server.mostOfOnePerson()).isOne();
        assertThat(station.sample.server.mostInFlight()).isEqualTo(Math.min(people, PushRun.AT_ONCE));
    }
}
