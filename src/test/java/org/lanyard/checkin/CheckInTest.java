package org.lanyard.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanyard.Rig.NINE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.Rig;
import org.lanyard.journal.Entry;
import org.lanyard.journal.RecordKind;
import org.lanyard.roster.ImportOptions;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Mode;
import org.lanyard.scan.PersonDetails;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Seen;
import org.lanyard.scan.Verdict.CheckedIn;
import org.lanyard.scan.Verdict.NeedsAttention;
import org.lanyard.scan.Verdict.OrderNotActive;
import org.lanyard.scan.Verdict.ReEntry;
import org.lanyard.scan.Verdict;

/** R9 to R12: who may enter the venue. */
@Execution(ExecutionMode.CONCURRENT)
class CheckInTest {

    private static final Mode CHECK_IN = new Mode.CheckIn();

    @TempDir Path folder;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = Rig.in(folder);
        rig.csv("access_code,name,ticket_type,order_reference,order_status,items,attention",
                "ADA1,Ada,Individual,O1,paid,,",
                "BOB1,Bob,Individual,O2,pending,,",
                "CYD1,Cyd,,O3,paid,lunch,",
                "DEE1,Dee,,,,,",
                "EVE1,Eve,Speaker,O5,paid,,Hand over the green lanyard",
                "FAY1,Fay,Individual,O6,refunded,,",
                "FAY1,Fay,Student,O7,partially_refunded,,");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static final Attendee ADA =
            new Attendee(1, "ADA1", PersonDetails.named("Ada"), "individual", "Individual", "paid");

    @Test
    void R10_firstIsCheckedInAndLaterOnesNameTheOneBefore() {
        assertThat(rig.checkIn("ADA1")).isEqualTo(new CheckedIn(ADA, NINE));
        rig.pass(Duration.ofHours(1));
        assertThat(rig.station().gate().decide(rig.post(CHECK_IN, "Door A", "sam"), rig.scan("ADA1")).join().verdict())
                .isEqualTo(new ReEntry(ADA, NINE.plusSeconds(3600), new Seen(NINE, "Desk", null), 2));
        assertThat(rig.checkIn("ADA1")).isEqualTo(new ReEntry(ADA, NINE.plusSeconds(3600),
                new Seen(NINE.plusSeconds(3600), "Door A", "sam"), 3));
    }

    @Test
    void R9_withoutAnOrderNobodyEnters() {
        assertThat(rig.checkIn("DEE1")).isInstanceOf(Verdict.NoOrder.class);
    }

    /** Case 31: an unpaid order is on the roster, and has a reason to give. */
    @Test
    void R9_anInactiveOrderIsNamedWithItsStatus() {
        assertThat(rig.checkIn("BOB1")).isInstanceOfSatisfying(OrderNotActive.class, verdict -> {
            assertThat(verdict.status()).isEqualTo("pending");
            assertThat(verdict.reference()).isEqualTo("O2");
        });
    }

    @Test
    void R9_anAddOnAloneDoesNotAdmit() {
        assertThat(rig.checkIn("CYD1")).isInstanceOf(Verdict.NoTicket.class);
    }

    @Test
    void R9_entitlementsAreTheUnionOverActiveOrders() {
        assertThat(rig.checkIn("FAY1")).isInstanceOfSatisfying(CheckedIn.class,
                verdict -> assertThat(verdict.attendee().ticketType()).isEqualTo("student"));
    }

    @Test
    void R10_aCheckInMadeElsewhereMakesOursAReEntryWhosePlaceIsNotKnown() {
        rig.json("""
                {"conference": {"slug": "conf"}, "orders": [{"reference": "O1", "status": "paid",
                  "items": [{"ticket_type": "individual"}]}],
                 "attendees": [{"access_code": "NEW1", "orders": ["O1"], "checked_in_at": "2027-05-14T06:30:00Z"},
                  {"access_code": "ADA1"}, {"access_code": "BOB1"}, {"access_code": "CYD1"}, {"access_code": "DEE1"},
                  {"access_code": "EVE1"}, {"access_code": "FAY1"}]}
                """);
        assertThat(rig.checkIn("NEW1")).isInstanceOfSatisfying(ReEntry.class, verdict -> {
            assertThat(verdict.last()).isEqualTo(new Seen(Instant.parse("2027-05-14T06:30:00Z"), null, null));
            assertThat(verdict.count()).isEqualTo(2);
        });
    }

    private static final Instant EARLIER = Instant.parse("2027-05-14T06:30:00Z");

    /** The roster says that Ada was checked in elsewhere, half an hour before the doors opened here. */
    private void adaCameInElsewhere() {
        rig.json("""
                {"conference": {"slug": "conf"}, "orders": [{"reference": "O1", "items": [{"ticket_type": "individual"}]}],
                 "attendees": [{"access_code": "ADA1", "orders": ["O1"], "checked_in_at": "2027-05-14T06:30:00Z"},
                  {"access_code": "BOB1"}, {"access_code": "CYD1"}, {"access_code": "DEE1"}, {"access_code": "EVE1"},
                  {"access_code": "FAY1"}]}
                """);
    }

    @Test
    void R10_afterACheckInMadeElsewhereTheLastIsOursAgain() {
        adaCameInElsewhere();
        rig.checkIn("ADA1");
        assertThat(rig.pass(Duration.ofHours(1)).checkIn("ADA1"))
                .isEqualTo(new ReEntry(ADA, NINE.plusSeconds(3600), new Seen(NINE, "Desk", null), 3));
    }

    /** R28: what became known later is the last, though its clock says that it was the first. */
    @Test
    void R10_aCheckInMadeElsewhereThatBecomesKnownAfterOursIsTheLast() {
        rig.checkIn("ADA1");
        adaCameInElsewhere();
        rig.pass(Duration.ofHours(1));
        assertThat(rig.checkIn("ADA1"))
                .isEqualTo(new ReEntry(ADA, NINE.plusSeconds(3600), new Seen(EARLIER, null, null), 3));
        assertThat(rig.checkIn("ADA1"))
                .isEqualTo(new ReEntry(ADA, NINE.plusSeconds(3600), new Seen(NINE.plusSeconds(3600), "Desk", null), 4));
    }

    @Test
    void R27_aRetryIsAnsweredAsItWasBeforeTheCheckInElsewhereBecameKnown() {
        var scan = rig.scan("ADA1");
        var first = rig.station().gate().decide(rig.post(CHECK_IN), scan).join();
        assertThat(first.verdict()).isEqualTo(new CheckedIn(ADA, NINE));
        adaCameInElsewhere();
        assertThat(rig.station().gate().decide(rig.post(CHECK_IN), scan).join()).isEqualTo(first);
    }

    @Test
    void R12_aNoteWaitsUntilItIsAcknowledgedAndIsNotAskedAgain() {
        var post = rig.post(CHECK_IN);
        var scan = rig.scan("EVE1");
        var waiting = rig.station().gate().decide(post, scan).join();
        assertThat(waiting.verdict()).isInstanceOfSatisfying(NeedsAttention.class,
                verdict -> assertThat(verdict.note()).isEqualTo("Hand over the green lanyard"));
        assertThat(waiting.count()).hasValue(0);
        assertThat(rig.station().gate().decide(post, scan.acknowledged(), waiting.verdict().about().orElseThrow()).join()
                .verdict())
                .isInstanceOf(CheckedIn.class);
        assertThat(rig.checkIn("EVE1")).isInstanceOf(ReEntry.class);
    }

    private Verdict acknowledged(String code) {
        return rig.station().gate().decide(rig.post(CHECK_IN, "Desk", "sam"), rig.scan(code).acknowledged()).join()
                .verdict();
    }

    private void eveIsNowNoted(String note) {
        rig.imported(new ImportOptions("conf", null, null, ImportOptions.Format.CSV, Map.of(), true, false, false, false),
                "access_code,name,attention\nEVE1,Eve," + note);
    }

    private List<Entry> journal() {
        return rig.station().journal().latest(rig.conference(), 10);
    }

    @Test
    void R12_aNoteThatChangedIsAskedAgain() {
        assertThat(acknowledged("EVE1")).isInstanceOf(CheckedIn.class);
        eveIsNowNoted("ID check");
        assertThat(rig.checkIn("EVE1")).isInstanceOfSatisfying(NeedsAttention.class,
                verdict -> assertThat(verdict.note()).isEqualTo("ID check"));
        assertThat(acknowledged("EVE1")).isInstanceOf(ReEntry.class);
        assertThat(rig.checkIn("EVE1")).isInstanceOf(ReEntry.class);
    }

    @Test
    void R12_aNoteIsAskedAgainWhenTheAcknowledgedCheckInWasVoided() {
        acknowledged("EVE1");
        UUID acknowledged = journal().getFirst().id();
        rig.checkIn("EVE1");
        rig.station().gate().voidRecord(acknowledged, "wrong person", rig.post(CHECK_IN), NINE);
        assertThat(rig.checkIn("EVE1")).isInstanceOf(NeedsAttention.class);
    }

    @Test
    void R12_theRecordKeepsWhoAcknowledged() {
        acknowledged("EVE1");
        assertThat(journal().getFirst().staff()).isEqualTo("sam");
        assertThat(rig.station().ledger().<String>read(db -> db.one(row -> row.getString(1),
                "SELECT acknowledged_note FROM check_in").orElseThrow())).isEqualTo("Hand over the green lanyard");
    }

    @Test
    void R12_aNoteSentAwayIsKeptInTheRefusals() {
        Decision waiting = rig.decide(CHECK_IN, "EVE1");
        assertThat(journal()).isEmpty();
        rig.station().gate().sentAway(waiting).join();
        rig.station().gate().sentAway(waiting).join();
        assertThat(journal()).containsExactly(new Entry(RecordKind.REFUSAL, 1, waiting.scan().id(), NINE, "EVE1", "Eve",
                "Desk", null, null, null, null, null, "needs_attention", "EVE1"));
    }

    @Test
    void R12_aNoteOnlyHoldsUpACheckIn() {
        rig.csv("access_code,name,ticket_type,order_reference,items,attention",
                "EVE2,Eve,Speaker,O9,lunch,Hand over the green lanyard", "ADA1,,,,,", "BOB1,,,,,", "CYD1,,,,,",
                "DEE1,,,,,", "EVE1,,,,,", "FAY1,,,,,");
        assertThat(rig.door("lunch", "EVE2")).isInstanceOf(Verdict.Admitted.class);
        assertThat(rig.redeem("lunch", "EVE2")).isInstanceOf(Verdict.Redeemed.class);
    }

    /** Case 32: credited to whoever scanned, not to whoever is there when it is sent. */
    @Test
    void R11_everyCheckInKeepsWhoWhereWhenAndTheNote() {
        Scan scan = rig.scan("ADA1").withNote("lost her badge");
        rig.station().gate().decide(rig.post(CHECK_IN, "Door A", "sam"), scan).join();
        rig.station().gate().decide(rig.post(CHECK_IN, "Door A", "kim"), rig.scan("FAY1")).join();
        assertThat(journal().getLast()).isEqualTo(new Entry(RecordKind.CHECK_IN, 1, scan.id(), NINE, "ADA1", "Ada",
                "Door A", "sam", "lost her badge", null, null, null, null, null));
    }

    @Test
    void R9_whoeverLeftTheRosterIsNamedAsWithdrawn() {
        rig.csv("access_code,name,ticket_type,order_reference", "ADA1,Ada,Individual,O1", "BOB1,,,", "CYD1,,,", "DEE1,,,",
                "EVE1,,,");
        assertThat(rig.checkIn("FAY1")).isInstanceOfSatisfying(OrderNotActive.class, verdict -> {
            assertThat(verdict.status()).isEqualTo("withdrawn");
            assertThat(verdict.reference()).isNull();
        });
    }

    @Test
    void R9_ofSeveralInactiveOrdersTheLatestIsNamed() {
        rig.csv("access_code,name,ticket_type,order_reference,order_status", "ADA1,,Individual,O1,cancelled",
                "ADA1,,Individual,P1,pending", "BOB1,,,,", "CYD1,,,,", "DEE1,,,,", "EVE1,,,,", "FAY1,,,,");
        assertThat(rig.checkIn("ADA1")).isInstanceOfSatisfying(OrderNotActive.class,
                verdict -> assertThat(verdict.reference()).isEqualTo("P1"));
    }

    /** Case 6: the second paid order took nothing of the first away. */
    @Test
    void R9_aSecondPaidOrderTakesNothingOfTheFirstAway() {
        rig.csv("access_code,name,ticket_type,order_reference,items", "ADA1,Ada,Individual,O1,lunch",
                "ADA1,Ada,,P1,t-shirt", "BOB1,,,,", "CYD1,,,,", "DEE1,,,,", "EVE1,,,,", "FAY1,,,,");
        assertThat(rig.checkIn("ADA1")).isInstanceOf(CheckedIn.class);
        assertThat(rig.redeem("lunch", "ADA1")).isInstanceOf(Verdict.Redeemed.class);
        assertThat(rig.redeem("t-shirt", "ADA1")).isInstanceOf(Verdict.Redeemed.class);
    }

    /** Case 2: the roster came again, with a corrected name. */
    @Test
    void R10_aRosterThatComesAgainMakesNobodyNew() {
        rig.checkIn("ADA1");
        rig.csv("access_code,name,ticket_type,order_reference", "ADA1,Ada Lovelace,Individual,O1", "BOB1,,,", "CYD1,,,",
                "DEE1,,,", "EVE1,,,", "FAY1,,,");
        assertThat(rig.checkIn("ADA1")).isInstanceOfSatisfying(ReEntry.class, verdict -> {
            assertThat(verdict.attendee().name()).isEqualTo("Ada Lovelace");
            assertThat(verdict.last()).isEqualTo(new Seen(NINE, "Desk", null));
            assertThat(verdict.count()).isEqualTo(2);
        });
    }

    /** Case 3: our own check-in came back with the roster. */
    @Test
    void R10_ourOwnCheckInComingBackIsNoSecondOne() {
        rig.checkIn("ADA1");
        rig.json("""
                {"conference": {"slug": "conf"}, "orders": [{"reference": "O1", "items": [{"ticket_type": "individual"}]}],
                 "attendees": [{"access_code": "ADA1", "orders": ["O1"], "checked_in_at": "2027-05-14T07:00:00Z"},
                  {"access_code": "BOB1"}, {"access_code": "CYD1"}, {"access_code": "DEE1"}, {"access_code": "EVE1"},
                  {"access_code": "FAY1"}]}
                """);
        rig.reopened().pass(Duration.ofHours(1));
        assertThat(rig.checkIn("ADA1"))
                .isEqualTo(new ReEntry(ADA, NINE.plusSeconds(3600), new Seen(NINE, "Desk", null), 2));
    }

    @Test
    void R27_theSameScanTwiceIsRecordedOnce() {
        var scan = rig.scan("ADA1");
        var first = rig.station().gate().decide(rig.post(CHECK_IN), scan).join();
        assertThat(rig.station().gate().decide(rig.post(CHECK_IN), scan).join()).isEqualTo(first);
        assertThat(first.count()).hasValue(1);
    }

    /** A retry of what is recorded is that record, whatever the roster says by then. */
    @Test
    void R27_theSameScanAfterARefundChangesNothing() {
        var scan = rig.scan("ADA1");
        var first = rig.station().gate().decide(rig.post(CHECK_IN), scan).join();
        rig.csv("access_code,ticket_type,order_reference,order_status", "ADA1,Individual,O1,refunded", "BOB1,,,", "CYD1,,,",
                "DEE1,,,", "EVE1,,,", "FAY1,,,");
        assertThat(rig.station().gate().decide(rig.post(CHECK_IN), scan).join().verdict().word())
                .isEqualTo(first.verdict().word());
        assertThat(journal()).hasSize(1);
    }

    /** Case 4. */
    @Test
    void R28_orderIsTheJournalsNotTheClocks() {
        rig.checkIn("ADA1");
        rig.at(NINE.minusSeconds(3600));
        assertThat(rig.checkIn("ADA1")).isInstanceOfSatisfying(ReEntry.class, verdict -> {
            assertThat(verdict.at()).isEqualTo(NINE.minusSeconds(3600));
            assertThat(verdict.last().at()).isEqualTo(NINE);
        });
    }
}
