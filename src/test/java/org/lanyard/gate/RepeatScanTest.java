package org.lanyard.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lanyard.Rig.NINE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.journal.Entry;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Mode;
import org.lanyard.scan.PersonDetails;
import org.lanyard.scan.Scan;
import org.lanyard.scan.StationFault;
import org.lanyard.scan.Verdict.CheckedIn;
import org.lanyard.scan.Verdict.NeedsAttention;
import org.lanyard.scan.Verdict.ReEntry;
import org.lanyard.scan.Verdict.RepeatScan;
import org.lanyard.scan.Verdict.UnknownCode;
import org.lanyard.scan.Verdict.Unreadable;
import org.lanyard.scan.Verdict;

/** R7 at a station: the same badge is seen, and nothing is recorded twice. */
class RepeatScanTest {

    private static final Mode CHECK_IN = new Mode.CheckIn();
    private static final Attendee ADA =
            new Attendee(1, "ADA1", PersonDetails.named("Ada"), "individual", "Individual", "paid");

    @TempDir Path folder;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = Rig.in(folder, Duration.ofSeconds(3));
        rig.csv("access_code,name,ticket_type,order_reference,items,attention", "ADA1,Ada,Individual,O1,lunch:2,",
                "BOB1,Bob,Individual,O2,,", "EVE1,Eve,Individual,O3,,ID check");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private List<String> journal() {
        return rig.station().journal().latest(rig.conference(), 100).stream()
                .map(entry -> entry.detail() == null ? entry.accessCode() : entry.detail()).toList().reversed();
    }

    /** Case 17. */
    @Test
    void R7_theSamePayloadAgainIsTheSameScanAndNothingIsRecorded() {
        assertThat(rig.checkIn("ADA1")).isEqualTo(new CheckedIn(ADA, NINE));
        rig.pass(Duration.ofSeconds(1));
        Decision again = rig.decide(CHECK_IN, "]Q1ADA1\r\n");
        assertThat(again.verdict()).isEqualTo(new RepeatScan(Optional.of(ADA)));
        assertThat(again.count()).hasValue(1);
        assertThat(journal()).containsExactly("ADA1");
    }

    /** Case 17: a camera sees a badge thirty times a second. */
    @Test
    void R7_aBadgeHeldToACameraForAMinuteIsOneScan() {
        rig.checkIn("ADA1");
        for (int i = 0; i < 60; i++) {
            rig.pass(Duration.ofMillis(1033));
            assertThat(rig.checkIn("ADA1")).isEqualTo(new RepeatScan(Optional.of(ADA)));
        }
        rig.pass(Duration.ofMillis(3001));
        assertThat(rig.checkIn("ADA1")).isInstanceOf(ReEntry.class);
        assertThat(journal()).containsExactly("ADA1", "ADA1");
    }

    @Test
    void R7_otherCodesInBetweenDoNotMatter() {
        rig.checkIn("ADA1");
        assertThat(rig.checkIn("BOB1")).isInstanceOf(CheckedIn.class);
        rig.pass(Duration.ofSeconds(2));
        assertThat(rig.checkIn("ADA1")).isEqualTo(new RepeatScan(Optional.of(ADA)));
    }

    @Test
    void R7_anotherStationOrModeDoesNotCount() {
        rig.checkIn("ADA1");
        assertThat(rig.station().gate().decide(rig.post(CHECK_IN, "Door A", null), rig.scan("ADA1")).join().verdict())
                .isInstanceOf(ReEntry.class);
        assertThat(rig.redeem("lunch", "ADA1")).isInstanceOf(Verdict.Redeemed.class);
        assertThat(rig.door("lunch", "ADA1")).isInstanceOf(Verdict.Admitted.class);
        assertThat(rig.redeem("lunch", "ADA1")).isEqualTo(new RepeatScan(Optional.of(ADA)));
    }

    @Test
    void R7_aVoidClearsIt() {
        rig.checkIn("ADA1");
        Entry made = rig.station().journal().latest(rig.conference(), 1).getFirst();
        rig.station().gate().voidRecord(made.id(), "wrong person", rig.post(CHECK_IN), NINE);
        assertThat(rig.checkIn("ADA1")).isEqualTo(new CheckedIn(ADA, NINE));
    }

    @Test
    void R7_anUnreadablePayloadStaysUnreadable() {
        assertThat(rig.checkIn("")).isEqualTo(new Unreadable());
        assertThat(rig.checkIn("")).isEqualTo(new Unreadable());
        assertThat(rig.checkIn("A".repeat(513))).isEqualTo(new Unreadable());
        assertThat(rig.checkIn("A".repeat(513))).isEqualTo(new Unreadable());
        assertThat(journal()).hasSize(4).containsOnly("unreadable");
    }

    @Test
    void R7_aRepeatedRefusalIsKeptOnce() {
        assertThat(rig.checkIn("NOBODY")).isInstanceOf(UnknownCode.class);
        assertThat(rig.checkIn("NOBODY")).isEqualTo(new RepeatScan(Optional.empty()));
        assertThat(rig.checkIn("other:ADA1")).isInstanceOf(Verdict.WrongConference.class);
        assertThat(rig.checkIn("other:ADA1")).isEqualTo(new RepeatScan(Optional.empty()));
        assertThat(journal()).containsExactly("unknown_code", "wrong_conference");
    }

    /** Case 4. */
    @Test
    void R7_aWallClockSetBackOrForthDoesNotMatter() {
        rig.checkIn("ADA1");
        rig.at(NINE.plus(Duration.ofHours(1)));
        assertThat(rig.checkIn("ADA1")).isEqualTo(new RepeatScan(Optional.of(ADA)));
        rig.pass(Duration.ofMillis(3001)).at(NINE.minus(Duration.ofHours(1)));
        assertThat(rig.checkIn("ADA1")).isInstanceOf(ReEntry.class);
    }

    @Test
    void R7_anAcknowledgementIsNoRepeat() {
        Scan scan = rig.scan("EVE1");
        Decision waiting = rig.station().gate().decide(rig.post(CHECK_IN), scan).join();
        assertThat(waiting.verdict()).isInstanceOf(NeedsAttention.class);
        assertThat(rig.station().gate()
                .decide(rig.post(CHECK_IN), scan.acknowledged(), waiting.verdict().about().orElseThrow()).join()
                .verdict()).isInstanceOf(CheckedIn.class);
        assertThat(rig.checkIn("EVE1")).isInstanceOf(RepeatScan.class);
    }

    @Test
    void R7_theWindowIsAdjustable() {
        rig.station().gate().setRepeatWindow(Duration.ofSeconds(10));
        rig.checkIn("ADA1");
        rig.pass(Duration.ofSeconds(9));
        assertThat(rig.checkIn("ADA1")).isEqualTo(new RepeatScan(Optional.of(ADA)));
        rig.station().gate().setRepeatWindow(Duration.ZERO);
        assertThat(rig.checkIn("ADA1")).isInstanceOf(ReEntry.class);
    }

    /** Case 11: a broken station is no verdict, records nothing, blames nobody, and takes the same scan at once. */
    @Test
    void aFaultIsNoVerdictAndTheSameBadgeMayComeAgainAtOnce() {
        rig.station().ledger().writeNow(db -> db.run("CREATE TRIGGER broken BEFORE INSERT ON check_in"
                + " BEGIN SELECT RAISE(ABORT, 'broken'); END"));
        assertThatThrownBy(() -> rig.checkIn("ADA1")).isInstanceOf(CompletionException.class)
                .cause().isInstanceOf(StationFault.class).hasMessageContaining("nothing was recorded");
        assertThat(journal()).isEmpty();
        rig.station().ledger().writeNow(db -> db.run("DROP TRIGGER broken"));
        assertThat(rig.checkIn("ADA1")).isEqualTo(new CheckedIn(ADA, NINE));
    }
}
