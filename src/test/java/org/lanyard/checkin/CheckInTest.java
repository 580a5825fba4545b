package org.lanyard.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanyard.Rig.NINE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Seen;
import org.lanyard.scan.Verdict;
import org.lanyard.scan.Verdict.CheckedIn;
import org.lanyard.scan.Verdict.NeedsAttention;
import org.lanyard.scan.Verdict.OrderNotActive;
import org.lanyard.scan.Verdict.ReEntry;

/** R9 to R12: who may enter the venue. */
class CheckInTest {

    private static final Mode CHECK_IN = new Mode.CheckIn();

    @TempDir
    Path folder;
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

    private static final Attendee ADA = new Attendee(1, "ADA1", "Ada", "", "", "individual", "Individual", null, "paid");

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

    @Test
    void R12_aNoteWaitsUntilItIsAcknowledgedAndIsNotAskedAgain() {
        var post = rig.post(CHECK_IN);
        var scan = rig.scan("EVE1");
        var waiting = rig.station().gate().decide(post, scan).join();
        assertThat(waiting.verdict()).isInstanceOfSatisfying(NeedsAttention.class,
                verdict -> assertThat(verdict.note()).isEqualTo("Hand over the green lanyard"));
        assertThat(waiting.count()).isZero();
        assertThat(rig.station().gate().decide(post, scan.acknowledged(), waiting.verdict().about()).join().verdict())
                .isInstanceOf(CheckedIn.class);
        assertThat(rig.checkIn("EVE1")).isInstanceOf(ReEntry.class);
    }

    @Test
    void R27_theSameScanTwiceIsRecordedOnce() {
        var scan = rig.scan("ADA1");
        var first = rig.station().gate().decide(rig.post(CHECK_IN), scan).join();
        assertThat(rig.station().gate().decide(rig.post(CHECK_IN), scan).join()).isEqualTo(first);
        assertThat(first.count()).isEqualTo(1);
    }

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
