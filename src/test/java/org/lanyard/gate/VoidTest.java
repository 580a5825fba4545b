package org.lanyard.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lanyard.Rig.NINE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.Rig;
import org.lanyard.gate.Voids.Outcome;
import org.lanyard.journal.Entry;
import org.lanyard.journal.RecordKind;
import org.lanyard.roster.Person;
import org.lanyard.scan.Mode;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Post;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Role;
import org.lanyard.scan.Seen;
import org.lanyard.scan.Verdict.CheckedIn;
import org.lanyard.scan.Verdict.ReEntry;

/** R24 and R25: what was made in error is taken back, by those who may, and stays visible (case 25). */
@Execution(ExecutionMode.CONCURRENT)
class VoidTest {

    private static final Mode CHECK_IN = new Mode.CheckIn();
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    @TempDir Path folder;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = Rig.in(folder);
        rig.csv("access_code,name,ticket_type,order_reference,items", "ADA1,Ada,Individual,O1,lunch:1");
        rig.station().venue().setRole("lea", Role.LEAD);
        rig.station().venue().setRole("abe", Role.ADMINISTRATOR);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Entry latest() {
        return rig.station().journal().latest(rig.conference(), 1).getFirst();
    }

    /** Made at "Desk" by nobody known. */
    private UUID checkIn() {
        rig.checkIn("ADA1");
        return latest().id();
    }

    /** @param staff null for nobody known */
    private Outcome voidBy(String staff, String station, UUID id) {
        Post by = rig.post(CHECK_IN, station, staff);
        return rig.station().gate().voidRecord(id, "wrong person", by, rig.scan("").at());
    }

    private Dossier ada() {
        Person ada = rig.station().roster().find(rig.conference(), Reading.of("ADA1")).orElseThrow();
        return rig.station().gate().dossier(rig.conference(), ada);
    }

    @Test
    void R24_aVoidedRecordStaysWithWhoWhenAndWhy() {
        UUID id = checkIn();
        rig.pass(Duration.ofMinutes(1));
        assertThat(voidBy("sam", "Desk", id)).isEqualTo(Outcome.VOIDED);
        assertThat(latest()).isEqualTo(new Entry(RecordKind.CHECK_IN, 1, id, NINE, "ADA1", "Ada", "Desk", null, null,
                NINE.plusSeconds(60), "sam", "wrong person", null, null));
    }

    @Test
    void R24_aVoidedCheckInChangesTheFirst() {
        UUID first = checkIn();
        rig.pass(Duration.ofHours(1)).checkIn("ADA1");
        rig.pass(Duration.ofHours(1)).checkIn("ADA1");
        voidBy("lea", "Desk", first);
        assertThat(ada()).extracting(Dossier::checkedInAt, Dossier::checkIns)
                .containsExactly(Optional.of(NINE.plusSeconds(3600)), 2);
        assertThat(rig.checkIn("ADA1")).isInstanceOfSatisfying(ReEntry.class,
                verdict -> assertThat(verdict.count()).isEqualTo(3));
    }

    @Test
    void R24_aVoidedLastCheckInIsNotTheLast() {
        checkIn();
        rig.pass(Duration.ofHours(1));
        voidBy("lea", "Desk", checkIn());
        assertThat(rig.checkIn("ADA1")).isInstanceOfSatisfying(ReEntry.class, verdict -> {
            assertThat(verdict.last()).isEqualTo(new Seen(NINE, "Desk", null));
            assertThat(verdict.count()).isEqualTo(2);
        });
    }

    @Test
    void R24_theEarliestLeftIsTheJournalsNotTheClocks() {
        UUID first = checkIn();
        rig.at(NINE.plusSeconds(7200)).checkIn("ADA1");
        rig.at(NINE.plusSeconds(3600)).checkIn("ADA1");
        voidBy("lea", "Desk", first);
        assertThat(ada().checkedInAt()).contains(NINE.plusSeconds(7200));
    }

    @Test
    void R24_whereNoCheckInIsLeftTheNextIsTheFirst() {
        voidBy("lea", "Desk", checkIn());
        assertThat(ada()).extracting(Dossier::checkedInAt, Dossier::checkIns).containsExactly(Optional.empty(), 0);
        assertThat(rig.checkIn("ADA1")).isInstanceOf(CheckedIn.class);
    }

    @Test
    void R24_aCheckInMadeElsewhereStaysTheFirst() {
        rig.json("""
                {"conference": {"slug": "conf"}, "orders": [{"reference": "O1", "items": [{"ticket_type": "individual"}]}],
                 "attendees": [{"access_code": "ADA1", "orders": ["O1"], "checked_in_at": "2027-05-14T06:30:00Z"}]}
                """);
        voidBy("lea", "Desk", checkIn());
        assertThat(ada()).extracting(Dossier::checkedInAt, Dossier::checkIns)
                .containsExactly(Optional.of(Instant.parse("2027-05-14T06:30:00Z")), 1);
    }

    @Test
    void R24_aVoidedRedemptionFreesItsUnit() {
        rig.redeem("lunch", "ADA1");
        assertThat(ada().items().getFirst().remaining()).isZero();
        voidBy("lea", "Desk", latest().id());
        assertThat(ada().items().getFirst().remaining()).isEqualTo(1);
        assertThat(rig.redeem("lunch", "ADA1").word()).isEqualTo("redeemed");
        assertThat(rig.redeem("lunch", "ADA1").word()).isEqualTo("fully_redeemed");
    }

    @Test
    void R24_aVoidedDoorCheckIsNoAdmission() {
        rig.door("lunch", "ADA1");
        voidBy("lea", "Desk", latest().id());
        assertThat(rig.door("lunch", "ADA1").word()).isEqualTo("admitted");
    }

    @Test
    void R24_voidingTwiceChangesNothing() {
        UUID id = checkIn();
        voidBy("sam", "Desk", id);
        Entry voided = latest();
        rig.pass(Duration.ofHours(1));
        for (String anybody : new String[] {"sam", "lea", null}) {
            assertThat(voidBy(anybody, "Door A", id)).isEqualTo(Outcome.WAS_VOIDED_BEFORE);
        }
        assertThat(latest()).isEqualTo(voided);
    }

    @Test
    void R24_aVoidNeedsAReasonAndARecord() {
        UUID id = checkIn();
        assertThatThrownBy(() -> rig.station().gate().voidRecord(id, " ", rig.post(CHECK_IN), NINE))
                .isInstanceOf(NotPossible.class).hasMessage("A void needs a reason.");
        assertThatThrownBy(() -> voidBy("lea", "Desk", new UUID(1, 2))).isInstanceOf(NotPossible.class)
                .hasMessageContaining("There is no record");
        assertThat(latest().voidedAt()).isNull();
    }

    @Test
    void R24_aRefusalIsNoRecordToVoid() {
        rig.checkIn("NOBODY");
        assertThatThrownBy(() -> voidBy("lea", "Desk", latest().id())).isInstanceOf(NotPossible.class);
    }

    @Test
    void R25_aVolunteerMayVoidWhatWasMadeHereInTheLastFiveMinutes() {
        UUID id = checkIn();
        rig.pass(FIVE_MINUTES);
        assertThat(voidBy("sam", "Desk", id)).isEqualTo(Outcome.VOIDED);
    }

    @Test
    void R25_aVolunteerMayNotVoidWhatIsOlder() {
        UUID id = checkIn();
        rig.pass(FIVE_MINUTES.plusMillis(1));
        assertThatThrownBy(() -> voidBy("sam", "Desk", id)).isInstanceOf(NotPossible.class)
                .hasMessageContaining("please ask a lead");
        assertThat(latest().voidedAt()).isNull();
    }

    /** Case 57: neither before the record was made, nor a while after it on a clock that was set back. */
    @ParameterizedTest
    @ValueSource(longs = {-3600, -1, 0, 60, 300})
    void R25_aClockThatWasSetBackMakesNothingFreshAgain(long seconds) {
        UUID id = checkIn();
        UUID half = later(Duration.ofMillis(500));
        rig.pass(FIVE_MINUTES.plusMillis(1));
        rig.at(NINE.plusSeconds(seconds));
        for (UUID record : new UUID[] {id, half}) {
            assertThatThrownBy(() -> voidBy("sam", "Desk", record)).isInstanceOf(NotPossible.class)
                    .hasMessageContaining("please ask a lead");
        }
        assertThat(voidBy("lea", "Desk", id)).isEqualTo(Outcome.VOIDED);
    }

    private UUID later(Duration time) {
        rig.pass(time);
        return checkIn();
    }

    @Test
    void R25_aRecordOfTheFutureIsNotFresh() {
        UUID id = checkIn();
        rig.reopened().at(NINE.minusMillis(1));
        assertThatThrownBy(() -> voidBy("sam", "Desk", id)).isInstanceOf(NotPossible.class);
    }

    @Test
    void R25_aVolunteerMayNotVoidWhatWasMadeElsewhere() {
        UUID id = checkIn();
        assertThatThrownBy(() -> voidBy("sam", "Door A", id)).isInstanceOf(NotPossible.class);
        assertThat(latest().voidedAt()).isNull();
    }

    /** On the command line no station need be named; the five minutes hold all the same. */
    @Test
    void R25_aVolunteerAtNoStationMayVoidWhatWasMadeAnywhereInTheLastFiveMinutes() {
        Post nowhere = new Post(rig.conference(), 0, null, rig.station().venue().staff("sam"), CHECK_IN);
        UUID id = checkIn();
        assertThatThrownBy(() -> rig.station().gate().voidRecord(id, "late", nowhere, NINE.plus(FIVE_MINUTES).plusMillis(1)))
                .isInstanceOf(NotPossible.class);
        assertThat(rig.station().gate().voidRecord(id, "in time", nowhere, NINE.plus(FIVE_MINUTES)))
                .isEqualTo(Outcome.VOIDED);
    }

    @Test
    void R25_aLeadMayVoidAnythingAndSoMayAnAdministratorAndAStationWithoutSignIn() {
        for (String staff : new String[] {"lea", "abe", null}) {
            UUID id = checkIn();
            rig.pass(Duration.ofDays(1));
            assertThat(voidBy(staff, "Door A", id)).isEqualTo(Outcome.VOIDED);
        }
    }

    @Test
    void R25_theSameHoldsForDoorChecksAndRedemptions() {
        rig.door("lunch", "ADA1");
        UUID doorCheck = latest().id();
        rig.redeem("lunch", "ADA1");
        UUID redemption = latest().id();
        Instant late = NINE.plus(FIVE_MINUTES).plusMillis(1);
        for (UUID id : new UUID[] {doorCheck, redemption}) {
            assertThatThrownBy(() -> voidBy("sam", "Door A", id)).isInstanceOf(NotPossible.class);
            assertThatThrownBy(() -> rig.station().gate().voidRecord(id, "late", rig.post(CHECK_IN, "Desk", "sam"), late))
                    .isInstanceOf(NotPossible.class);
            assertThat(voidBy("sam", "Desk", id)).isEqualTo(Outcome.VOIDED);
        }
    }
}
