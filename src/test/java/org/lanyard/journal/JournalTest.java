package org.lanyard.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.lanyard.Rig.NINE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
import org.lanyard.roster.Correction;
import org.lanyard.roster.ImportOptions;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Detail;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Scan;

/** R27, R28 and R30: what the journal keeps, in which order, and the way from one record to the next. */
@Execution(ExecutionMode.CONCURRENT)
class JournalTest {

    private static final Mode CHECK_IN = new Mode.CheckIn();

    @TempDir Path folder;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = Rig.in(folder);
        rig.csv("access_code,name,ticket_type,order_reference,items", "ADA1,Ada,Individual,O1,Lunch:3; Tutorial",
                "BOB1,Bob,Individual,O2,Lunch");
        rig.imported(ImportOptions.of(ImportOptions.Format.CSV, "other"),
                "access_code,name,ticket_type,order_reference\nOTH1,Otto,Individual,O1");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Journal journal() {
        return rig.station().journal();
    }

    /** Oldest first. */
    private List<Entry> all() {
        return journal().latest(rig.conference(), 100).reversed();
    }

    private Scan scanned(Mode mode, String staff, String payload, String note) {
        Scan scan = rig.scan(payload).withNote(note);
        rig.station().gate().decide(rig.post(mode, "Door A", staff), scan).join();
        return scan;
    }

    private void otherConference() {
        Conference other = rig.station().roster().conference("other");
        Post post = new Post(other, rig.station().venue().station("Desk"), "Desk", null, CHECK_IN);
        rig.station().gate().decide(post, rig.scan("OTH1")).join();
    }

    /** Case 32: every record says who made it. */
    @Test
    void R30_everyRecordKeepsWhoWhereWhenAndItsNote() {
        Scan in = scanned(CHECK_IN, "sam", "ADA1", "lost her badge");
        rig.pass(Duration.ofMinutes(1));
        Scan door = scanned(new Mode.Door(rig.product("tutorial")), null, "ADA1", null);
        rig.pass(Duration.ofMinutes(1));
        Scan lunch = scanned(new Mode.Redeem(rig.product("lunch")), "kim", "conf:ADA1", "vegan");
        assertThat(all()).containsExactly(
                new Entry(RecordKind.CHECK_IN, 1, in.id(), NINE, "ADA1", "Ada", "Door A", "sam", "lost her badge", null,
                        null, null, null, null),
                new Entry(RecordKind.DOOR_CHECK, 2, door.id(), NINE.plusSeconds(60), "ADA1", "Ada", "Door A", null, null,
                        null, null, null, "tutorial", null),
                new Entry(RecordKind.REDEMPTION, 3, lunch.id(), NINE.plusSeconds(120), "ADA1", "Ada", "Door A", "kim",
                        "vegan", null, null, null, "lunch", null));
    }

    @Test
    void R27_everyRecordIsTheScansOwnAndOfVersion7() {
        UUID id = scanned(CHECK_IN, "sam", "ADA1", null).id();
        assertThat(id.version()).isEqualTo(7);
        assertThat(journal().find(id)).map(Entry::accessCode).contains("ADA1");
        assertThat(journal().find(new UUID(1, 2))).isEmpty();
    }

    @Test
    void R27_theSameRefusalTwiceIsKeptOnce() {
        Scan scan = rig.scan("NOBODY");
        for (int i = 0; i < 3; i++) {
            rig.station().gate().decide(rig.post(CHECK_IN), scan).join();
        }
        assertThat(all()).hasSize(1);
    }

    /** Case 4. */
    @Test
    void R28_orderIsTheJournalsOwnAndTheTimesAreTheClocks() {
        rig.checkIn("ADA1");
        rig.at(NINE.minus(Duration.ofHours(5))).redeem("lunch", "ADA1");
        rig.at(NINE.minus(Duration.ofHours(9)).plusNanos(1_999_999)).checkIn("NOBODY");
        rig.at(NINE.plus(Duration.ofDays(300))).door("tutorial", "ADA1");
        assertThat(all()).extracting(Entry::at).containsExactly(NINE, NINE.minus(Duration.ofHours(5)),
                NINE.minus(Duration.ofHours(9)).plusMillis(1), NINE.plus(Duration.ofDays(300)));
        assertThat(all()).extracting(Entry::seq).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void R30_theNextAndThePreviousAreOfTheSameKindAndConference() {
        Scan first = scanned(CHECK_IN, null, "ADA1", null);
        rig.redeem("lunch", "ADA1");
        otherConference();
        rig.checkIn("NOBODY");
        rig.door("lunch", "ADA1");
        Scan second = scanned(CHECK_IN, null, "BOB1", null);
        Entry earlier = journal().find(first.id()).orElseThrow();
        Entry later = journal().find(second.id()).orElseThrow();
        assertThat(journal().next(earlier, rig.conference())).contains(later);
        assertThat(journal().previous(later, rig.conference())).contains(earlier);
        assertThat(journal().previous(earlier, rig.conference())).isEqualTo(Optional.empty());
        assertThat(journal().next(later, rig.conference())).isEqualTo(Optional.empty());
    }

    @Test
    void R30_thisHoldsForDoorChecksAndRedemptionsToo() {
        for (Mode mode : List.of(new Mode.Door(rig.product("lunch")), new Mode.Redeem(rig.product("lunch")))) {
            Entry earlier = journal().find(scanned(mode, null, "ADA1", null).id()).orElseThrow();
            rig.checkIn("ADA1");
            Entry later = journal().find(scanned(mode, null, "BOB1", null).id()).orElseThrow();
            assertThat(journal().next(earlier, rig.conference())).contains(later);
            assertThat(journal().previous(later, rig.conference())).contains(earlier);
        }
    }

    @Test
    void R30_aVoidedRecordStaysOnTheWay() {
        rig.checkIn("ADA1");
        Scan voided = scanned(CHECK_IN, null, "ADA1", null);
        rig.checkIn("BOB1");
        rig.station().gate().voidRecord(voided.id(), "wrong person", rig.post(CHECK_IN), NINE);
        Entry first = all().getFirst();
        assertThat(journal().next(first, rig.conference())).map(Entry::id).contains(voided.id());
    }

    @Test
    void refusalsAreKeptWithTimeStationStaffPayloadAndVerdict() {
        Scan scan = scanned(new Mode.Redeem(rig.product("tutorial")), "sam", "]Q1conf:BOB1", null);
        assertThat(all()).containsExactly(new Entry(RecordKind.REFUSAL, 1, scan.id(), NINE, "BOB1", "Bob", "Door A", "sam",
                null, null, null, null, "not_purchased", "]Q1conf:BOB1"));
    }

    /** Case 12. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\u0000", "a\u0000b", "'; DROP TABLE refusal; --", "<b>%s</b>", "\uD83D\uDC0D\r\n"})
    void aRefusedPayloadIsKeptAsItCame(String payload) {
        rig.checkIn(payload);
        assertThat(all()).extracting(Entry::payload).containsExactly(payload);
    }

    @Test
    void aRefusedPayloadIsCutTo512Characters() {
        rig.checkIn("\uD83D\uDC0D".repeat(100_000));
        rig.checkIn("A".repeat(512));
        assertThat(all()).extracting(Entry::payload).containsExactly("\uD83D\uDC0D".repeat(512), "A".repeat(512));
        assertThat(all()).extracting(Entry::detail).containsExactly("unreadable", "unknown_code");
    }

    @Test
    void oneConferencesJournalIsNotAnothers() {
        otherConference();
        rig.checkIn("ADA1");
        assertThat(all()).extracting(Entry::accessCode).containsExactly("ADA1");
    }

    @Test
    void correctionsStandInTheJournalInTheirOrder() {
        Post lead = rig.post(CHECK_IN, "Desk 1", null);
        long bob = rig.station().roster().find(rig.conference(), Reading.of("BOB1")).orElseThrow().id();
        rig.checkIn("BOB1");
        rig.station().access().replace(lead, bob, "BOB1", "BOB2", "lost at the party");
        rig.station().corrections().correct(lead, bob, List.of(new Correction.Text(Detail.NAME, "Robert")), "by passport");
        assertThat(journal().about(bob, 10)).extracting(Entry::kind, Entry::detail, Entry::payload, Entry::note)
                .containsExactly(
                        tuple(RecordKind.CORRECTION, "field", "name: Robert", "by passport"),
                        tuple(RecordKind.CORRECTION, "code_replaced", "BOB1 BOB2", "lost at the party"),
                        tuple(RecordKind.CHECK_IN, null, null, null));
        assertThat(journal().latest(rig.conference(), 2)).extracting(Entry::kind).containsOnly(RecordKind.CORRECTION);
    }
}
