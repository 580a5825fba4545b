package org.lanyard.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.Fair;
import org.lanyard.Rig;
import org.lanyard.roster.Catalogue;
import org.lanyard.roster.TermsChange;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Role;
import org.lanyard.scan.Scan;
import org.lanyard.scan.ValidTime;
import org.lanyard.scan.Verdict;

/** R32, R39: when something is valid, and who may redeem. */
@Execution(ExecutionMode.CONCURRENT)
class DaysTest {

    private static final Instant SATURDAY = Instant.parse("2027-05-14T22:00:00Z");   // midnight in Berlin
    private static final Instant SUNDAY = Instant.parse("2027-05-15T22:00:00Z");

    @TempDir Path folder;

    private Rig rig;

    @BeforeEach
    void open() {
        rig = Rig.in(folder);
        assertThat(rig.json(Fair.ROSTER).unusable()).isEmpty();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private String checkIn(String code) {
        return rig.checkIn(code).word();
    }

    private void set(String product, Optional<List<ValidTime>> valid, Optional<Integer> perDay) {
        rig.station().roster().catalogue().set(rig.conference(), rig.product(product),
                new Catalogue.Change(Optional.empty(), Optional.empty(), valid, perDay));
    }

    @Test
    void R32_aDayTicketIsValidFromMidnightToMidnight() {
        assertThat(rig.checkIn("SAT1")).isInstanceOfSatisfying(Verdict.NotValidNow.class, stop -> {
            assertThat(stop.product()).isEqualTo("Saturday");
            assertThat(stop.valid()).containsExactly(new ValidTime("2027-05-15", "2027-05-15"));
        });
        assertThat(rig.at(SATURDAY.minusMillis(1)).checkIn("SAT1").word()).isEqualTo("not_valid_now");
        assertThat(rig.at(SATURDAY).checkIn("SAT1").word()).isEqualTo("checked_in");
        assertThat(rig.at(SUNDAY.minusMillis(1)).checkIn("SAT1").word()).isEqualTo("re_entry");
        assertThat(rig.at(SUNDAY).checkIn("SAT1").word()).isEqualTo("not_valid_now");
    }

    @Test
    void R32_theEndOfATimeIsExclusive() {
        set("individual", Optional.of(List.of(new ValidTime("2027-05-14T09:00", "2027-05-14T10:00"))), Optional.empty());
        assertThat(checkIn("LUN1")).isEqualTo("checked_in");
        rig.pass(Duration.ofHours(1).minusMillis(1));
        assertThat(checkIn("LUN1")).isEqualTo("re_entry");
        rig.pass(Duration.ofMillis(1));
        assertThat(checkIn("LUN1")).isEqualTo("not_valid_now");
    }

    @Test
    void R32_aLeadOverridesAndTheRecordSaysSo() {
        assertThat(Fair.override(rig, new Mode.CheckIn(), "SAT1").verdict())
                .isInstanceOfSatisfying(Verdict.CheckedIn.class, go -> assertThat(go.overridden()).isTrue());
        rig.station().venue().setRole("vol", Role.VOLUNTEER);
        Scan scan = rig.scan("SAT1").overridden();
        assertThat(rig.station().gate().decide(rig.post(new Mode.CheckIn(), "Desk", "vol"), scan).join().verdict().word())
                .isEqualTo("not_valid_now");
    }

    @Test
    void R32_oneADayOverAllLinesAndTheNextDayAgain() {
        assertThat(rig.redeem("lunch", "LUN1").word()).isEqualTo("redeemed");
        assertThat(rig.redeem("lunch", "LUN1")).isInstanceOfSatisfying(Verdict.NotValidNow.class, stop -> {
            assertThat(stop.perDay()).isOne();
            assertThat(stop.last().orElseThrow().at()).isEqualTo(Rig.NINE);
        });
        assertThat(Fair.override(rig, new Mode.Redeem(rig.product("lunch")), "LUN1").verdict().word()).isEqualTo("redeemed");
        rig.at(SATURDAY);
        assertThat(rig.redeem("lunch", "LUN1").word()).isEqualTo("redeemed");
        assertThat(rig.redeem("lunch", "LUN1").word()).isEqualTo("fully_redeemed");
    }

    @Test
    void R32_aVoidFreesTheDay() {
        var unit = rig.decide(new Mode.Redeem(rig.product("lunch")), "LUN1");
        rig.station().gate().voidRecord(unit.scan().id(), "wrong person", rig.post(new Mode.CheckIn()), Rig.NINE);
        assertThat(rig.redeem("lunch", "LUN1").word()).isEqualTo("redeemed");
    }

    @Test
    void R32_doorsDoNotAskTheDaysLimitButTheTimes() {
        assertThat(rig.door("lunch", "LUN1").word()).isEqualTo("admitted");
        assertThat(rig.door("lunch", "LUN1").word()).isEqualTo("admitted_again");
        assertThat(rig.door("dinner", "LUN1").word()).isEqualTo("not_valid_now");
        assertThat(rig.redeem("dinner", "LUN1").word()).isEqualTo("not_valid_now");
        rig.at(Instant.parse("2027-05-14T16:00:00Z"));
        assertThat(rig.door("dinner", "LUN1").word()).isEqualTo("admitted");
    }

    @Test
    void R32_whatWasSetHereStaysUntilTheRosterSaysTheSame() {
        set("lunch", Optional.empty(), Optional.of(2));
        rig.json(Fair.ROSTER);
        assertThat(rig.station().roster().terms(rig.conference()).of(rig.product("lunch")).perDay()).isEqualTo(2);
        rig.json(Fair.ROSTER.replace("\"per_day\": 1", "\"per_day\": 2"));
        rig.json(Fair.ROSTER);
        assertThat(rig.station().roster().terms(rig.conference()).of(rig.product("lunch")).perDay()).isOne();
    }

    @Test
    void R39_onlyThoseWhoCheckedInMayRedeem() {
        rig.station().roster().set(rig.conference(),
                new TermsChange(Optional.of(true), Optional.empty(), Optional.empty()));
        assertThat(rig.redeem("lunch", "LUN1").word()).isEqualTo("not_checked_in");
        assertThat(rig.decide(new Mode.Choose(), "LUN1").verdict().word()).isEqualTo("not_checked_in");
        assertThat(Fair.override(rig, new Mode.Redeem(rig.product("lunch")), "LUN1").verdict().word())
                .isEqualTo("not_checked_in");
        assertThat(rig.redeem("lunch", "SAT1").word()).isEqualTo("not_purchased");
        rig.checkIn("LUN1");
        Fair.leave(rig, "LUN1");
        assertThat(rig.redeem("lunch", "LUN1").word()).isEqualTo("redeemed");
    }
}
