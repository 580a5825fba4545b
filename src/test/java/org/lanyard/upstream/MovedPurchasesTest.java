package org.lanyard.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanyard.upstream.ServedSample.LUNCH;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lanyard.roster.Person;
import org.lanyard.roster.carry.Moved;
import org.lanyard.scan.Conference.RedeemPer;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Role;
import org.lanyard.scan.Verdict;

/**
 * R38 in a pull: what was used moves with the purchase, and elsewhere is the server's count less our units that count in
 * that pool.
 */
@Execution(ExecutionMode.CONCURRENT)
class MovedPurchasesTest {

    private static final long DEX = 42;

    private UpstreamRig station;

    @BeforeEach
    void open(@TempDir Path folder) {
        station = UpstreamRig.in(folder);
        served().attendee("DEX1", "Dex", "dex@example.org", "Individual",
                served().order(ServedOrder.Status.PAID, ServedLine.ticket(41, "Individual", "individual"),
                        ServedLine.addOn(DEX, "Lunch", "lunch", 3)));
        for (int i = 0; i < 12; i++) {
            served().attendee("X%03d".formatted(i), "Other " + i, served().order(ServedOrder.Status.PAID,
                    ServedLine.ticket(100 + i, "Individual", "individual")));
        }
        station.pull();
    }

    @AfterEach
    void close() {
        station.close();
    }

    private ServedConference served() {
        return station.sample.conference;
    }

    private void counts(RedeemPer per) {
        station.rig.station().roster().set(station.rig.conference(), null, null, per);
    }

    /** Units of lunch that count for this person, and those that remain. */
    private List<Integer> lunch(String code) {
        return station.rig.station().gate().dossier(station.rig.conference(), person(code)).items().stream()
                .filter(item -> item.item().equals("lunch")).map(item -> List.of(item.redeemed(), item.remaining()))
                .findFirst().orElse(List.of());
    }

    private Person person(String code) {
        return station.rig.station().roster().find(station.rig.conference(), Reading.of(code)).orElseThrow();
    }

    /** Twice, as the second may not count again what the first has. */
    private List<Moved> pullTwice() {
        List<Moved> moved = station.pull().moved();
        assertThat(station.pull().moved()).isEmpty();
        return moved;
    }

    private void ate(String code) {
        assertThat(station.redeem(code).verdict()).isInstanceOf(Verdict.Redeemed.class);
    }

    @ParameterizedTest
    @EnumSource
    void R38_aCodeReplacedThereKeepsWhatWeAndOthersHandedOut(RedeemPer per) {
        counts(per);
        ate("DEX1");
        station.push();
        served().redeemElsewhere("DEX1", DEX);
        station.pull();
        assertThat(lunch("DEX1")).isEqualTo(List.of(2, 1));
        served().replaceCode("DEX1", "DEX2");
        pullTwice();
        assertThat(lunch("DEX2")).isEqualTo(List.of(2, 1));
        ate("DEX2");
        assertThat(station.redeem("DEX2").verdict()).isInstanceOf(Verdict.FullyRedeemed.class);
        station.push();
        assertThat(served().redemptions("DEX2", DEX)).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void R38_aCodeReplacedBeforeOurUnitWasSentCarriesItThereToo(RedeemPer per) {
        counts(per);
        ate("DEX1");
        served().replaceCode("DEX1", "DEX2");
        pullTwice();
        assertThat(lunch("DEX2")).isEqualTo(List.of(1, 2));
        assertThat(station.push().confirmed()).isEqualTo(1);
        assertThat(served().redemptions("DEX2", DEX)).isEqualTo(1);
        pullTwice();
        assertThat(lunch("DEX2")).isEqualTo(List.of(1, 2));
    }

    @ParameterizedTest
    @EnumSource
    void R38_aUnitVoidedHereButCountedThereStaysOursUnderTheNewCode(RedeemPer per) {
        counts(per);
        var mistaken = station.redeem("DEX1");
        station.push();
        station.voidRecord(mistaken);
        served().replaceCode("DEX1", "DEX2");
        pullTwice();
        assertThat(lunch("DEX2")).isEqualTo(List.of(0, 3));
        for (int i = 0; i < 3; i++) {
            ate("DEX2");
        }
        assertThat(station.push().confirmed()).isEqualTo(4);
        assertThat(station.status().twice()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void R38_anOrderThatMovedToAnotherPersonThereTakesOurUnitsAlong(RedeemPer per) {
        counts(per);
        ate("DEX1");
        station.push();
        served().giveOrder("DEX1", "X001");
        pullTwice();
        assertThat(lunch("X001")).isEqualTo(List.of(1, 2));
        served().redeemElsewhere("X001", DEX);
        served().redeemElsewhere("X001", DEX);
        pullTwice();
        assertThat(lunch("X001").getFirst()).isBetween(2, 3);
    }

    @ParameterizedTest
    @EnumSource
    void R38_refundedAndBoughtAgainThereIsOnePurchase(RedeemPer per) {
        counts(per);
        ate("DEX1");
        ate("DEX1");
        station.push();
        served().setOrder("DEX1", served().order(ServedOrder.Status.PAID, ServedLine.ticket(51, "Individual", "individual"),
                ServedLine.addOn(52, "Lunch", "lunch", 3)));
        assertThat(pullTwice()).extracting(Moved::units).containsExactly(2);
        assertThat(lunch("DEX1")).isEqualTo(List.of(2, 1));
        ate("DEX1");
        assertThat(station.redeem("DEX1").verdict()).isInstanceOf(Verdict.FullyRedeemed.class);
    }

    @ParameterizedTest
    @EnumSource
    void R38_aTicketMovedHereTakesAlongWhatOthersHandedOutOfItNowAndLater(RedeemPer per) {
        counts(per);
        ate("DEX1");
        station.push();
        served().redeemElsewhere("DEX1", DEX);
        station.pull();
        station.rig.station().corrections().move(lead(), person("DEX1").id(), "X001", Optional.empty(), true,
                Optional.empty(), "asked for by mail");
        assertThat(lunch("X001")).isEqualTo(List.of(2, 1));
        pullTwice();
        assertThat(lunch("X001")).isEqualTo(List.of(2, 1));
        served().redeemElsewhere("DEX1", DEX);
        pullTwice();
        assertThat(lunch("X001")).isEqualTo(List.of(3, 0));
    }

    private Post lead() {
        station.rig.station().venue().setRole("lea", Role.LEAD);
        return station.rig.post(new Mode.CheckIn(), "Desk", "lea");
    }

    @ParameterizedTest
    @EnumSource
    void R38_twoEntriesMergedHaveWhatTheServerCountsForBoth(RedeemPer per) {
        counts(per);
        served().redeemElsewhere("DEX1", DEX);
        station.pull();
        station.rig.station().corrections().merge(lead(), person("DEX1").id(), person("X001").id(), "one person");
        assertThat(lunch("X001")).isEqualTo(List.of(1, 2));
        served().redeemElsewhere("DEX1", DEX);
        pullTwice();
        assertThat(lunch("X001")).isEqualTo(List.of(2, 1));
    }

    @Test
    void R38_aSharedLineThatBecameItsSharersOwnIsStillCountedForEachAndSent() {
        station.rig.station().corrections().move(lead(), person("ADA1").id(), "X001", Optional.empty(), true,
                Optional.empty(), "asked for by mail");
        served().redeemElsewhere("BOB1", LUNCH);
        pullTwice();
        assertThat(lunch("BOB1")).isEqualTo(List.of(1, 1));
        ate("BOB1");
        assertThat(station.push()).extracting(UpstreamStatus::confirmed, UpstreamStatus::undeliverable)
                .containsExactly(1, 0);
        assertThat(served().redemptions("BOB1", LUNCH)).isEqualTo(2);
        pullTwice();
        assertThat(lunch("BOB1")).isEqualTo(List.of(2, 0));
    }

    @Test
    void R38_aSharedLineThatBecomesItsSharersOwnKeepsWhatOthersHandedOutOfIt() {
        served().redeemElsewhere("BOB1", LUNCH);
        served().redeemElsewhere("ADA1", LUNCH);
        station.pull();
        station.rig.station().corrections().move(lead(), person("ADA1").id(), "X001", Optional.empty(), true,
                Optional.empty(), "asked for by mail");
        assertThat(lunch("BOB1")).isEqualTo(List.of(1, 1));
        assertThat(lunch("X001")).isEqualTo(List.of(1, 1));
    }

    @ParameterizedTest
    @EnumSource
    void R38_aDeletedAddOnLeavesWhatWasHandedOutAndNothingMore(RedeemPer per) {
        counts(per);
        ate("DEX1");
        station.push();
        served().redeemElsewhere("DEX1", DEX);
        station.pull();
        served().deleteProduct("lunch");
        pullTwice();
        assertThat(lunch("DEX1")).isEqualTo(List.of(2, 0));
        assertThat(station.redeem("DEX1").verdict().recorded()).isFalse();
    }

    @Test
    void case01_whoseTicketTypeWasDeletedAfterwardsStillHoldsTheTicket() {
        served().deleteProduct("individual");
        station.pull();
        assertThat(station.checkIn("DEX1").verdict()).isInstanceOf(Verdict.CheckedIn.class);
        assertThat(station.checkIn("X003").verdict()).isInstanceOf(Verdict.CheckedIn.class);
        assertThat(lunch("DEX1")).isEqualTo(List.of(0, 3));
    }
}
