package org.lanyard.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.Rig;
import org.lanyard.journal.Figures.AtDoor;
import org.lanyard.journal.Figures.AtStation;
import org.lanyard.journal.Figures.OfItem;
import org.lanyard.journal.Figures.Refused;
import org.lanyard.scan.Conference.RedeemPer;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Role;

/** How far the conference has come, counted from the journal. */
@Execution(ExecutionMode.CONCURRENT)
class StatisticsTest {

    private static final Mode CHECK_IN = new Mode.CheckIn();
    private static final String[] ROSTER = {
            "access_code,name,ticket_type,order_reference,order_status,items",
            "ADA1,Ada,Individual,O1,paid,lunch:2; dinner",
            "BOB1,Bob,Individual,O1,paid,",
            "CYD1,Cyd,Individual,O2,partially_refunded,lunch:1",
            "DEE1,Dee,Individual,O3,pending,lunch:4",
            "EVE1,Eve,,O4,paid,lunch:1",
            "FAY1,Fay,,,,",
    };

    @TempDir Path folder;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = Rig.in(folder);
        rig.csv(ROSTER);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Figures figures() {
        return rig.station().statistics().of(rig.conference());
    }

    private Decision at(String station, Mode mode, String payload) {
        return rig.station().gate().decide(rig.post(mode, station, null), rig.scan(payload)).join();
    }

    private void undo(Decision made) {
        rig.station().gate().voidRecord(made.scan().id(), "by mistake", made.post(), made.scan().at());
    }

    @Test
    void attendeesAreThoseWithATicketOnAnActiveOrder() {
        assertThat(figures().attendees()).isEqualTo(3);
    }

    @Test
    void R37_twoEntriesMergedIntoOneAreOnePersonInEveryFigure() {
        at("Desk", CHECK_IN, "ADA1");
        at("Desk", CHECK_IN, "BOB1");
        at("Desk", new Mode.Door(rig.product("individual")), "ADA1");
        at("Desk", new Mode.Door(rig.product("individual")), "BOB1");
        assertThat(figures().checkedIn()).isEqualTo(2);
        rig.station().venue().setRole("lea", Role.LEAD);
        rig.station().corrections().merge(rig.post(CHECK_IN, "Desk", "lea"), id("ADA1"), id("BOB1"), "the same person");
        assertThat(figures()).satisfies(after -> assertThat(after.attendees()).isEqualTo(2))
                .satisfies(after -> assertThat(after.checkedIn()).isEqualTo(1))
                .satisfies(after -> assertThat(after.today()).isEqualTo(1))
                .satisfies(after -> assertThat(after.peopleIn()).isEqualTo(1));
        assertThat(figures().doors()).extracting(AtDoor::admitted).containsExactly(1);
        assertThat(figures().tickets()).extracting(Figures.OfTicket::checkedIn).containsExactly(1);
    }

    private long id(String code) {
        return rig.station().roster().find(rig.conference(), Reading.of(code)).orElseThrow().id();
    }

    @Test
    void theWithdrawnAreNotCounted() {
        rig.csv(ROSTER[0], ROSTER[1], ROSTER[3], ROSTER[4], ROSTER[5], ROSTER[6]);
        assertThat(figures().attendees()).isEqualTo(2);
    }

    @Test
    void beforeAnythingHappensAllIsNothing() {
        rig.csv(ROSTER);
        assertThat(figures().checkedIn()).isZero();
        assertThat(figures().rate()).isZero();
        assertThat(figures().today()).isZero();
        assertThat(figures().stations()).isEmpty();
        assertThat(figures().doors()).isEmpty();
        assertThat(figures().refusals()).isEmpty();
    }

    @Test
    void checkedInAreDistinctPeopleAndTheRateHasOneDecimal() {
        rig.checkIn("ADA1");
        rig.checkIn("ADA1");
        assertThat(figures().checkedIn()).isEqualTo(1);
        assertThat(figures().rate()).isEqualTo(33.3);
        rig.checkIn("CYD1");
        assertThat(figures().rate()).isEqualTo(66.7);
    }

    @Test
    void aVoidedCheckInNoLongerCounts() {
        undo(at("Desk", CHECK_IN, "ADA1"));
        assertThat(figures().checkedIn()).isZero();
        assertThat(figures().today()).isZero();
        assertThat(figures().stations()).isEmpty();
    }

    @Test
    void aVoidAfterTheFiguresWereAskedCountsToo() {
        var made = at("Desk", CHECK_IN, "ADA1");
        assertThat(figures().checkedIn()).isEqualTo(1);
        undo(made);
        assertThat(figures().checkedIn()).isZero();
    }

    @Test
    void R28_todayBeginsAtTheVenuesMidnight() {
        rig.at(Instant.parse("2027-05-13T21:59:59.999Z"));
        rig.checkIn("ADA1");
        rig.at(Instant.parse("2027-05-13T22:00:00Z"));
        rig.checkIn("BOB1");
        rig.checkIn("BOB1");
        assertThat(figures().today()).isEqualTo(1);
        assertThat(figures().checkedIn()).isEqualTo(2);
    }

    @Test
    void R28_todayIsOneDayAlsoWhereTheClocksChange() {
        rig.at(Instant.parse("2027-10-30T21:59:59Z"));
        rig.checkIn("CYD1");
        rig.at(Instant.parse("2027-10-30T22:00:00Z"));
        rig.checkIn("ADA1");
        rig.at(Instant.parse("2027-10-31T22:59:59Z"));
        rig.checkIn("BOB1");
        assertThat(figures().today()).isEqualTo(2);
        rig.at(Instant.parse("2027-10-31T23:00:00Z"));
        assertThat(figures().today()).isZero();
    }

    @Test
    void stationsCountLiveCheckInsAndKnowTheirLastRecordOfAnyKind() {
        at("Desk", CHECK_IN, "ADA1");
        at("Desk", CHECK_IN, "ADA1");
        undo(at("Desk", CHECK_IN, "BOB1"));
        rig.pass(Duration.ofMinutes(1));
        at("Lunch", new Mode.Redeem(rig.product("lunch")), "ADA1");
        at("Desk", new Mode.Door(rig.product("lunch")), "ADA1");
        assertThat(figures().stations()).containsExactly(new AtStation("Desk", 2, Rig.NINE.plusSeconds(60)),
                new AtStation("Lunch", 0, Rig.NINE.plusSeconds(60)));
    }

    @Test
    void R28_theLastRecordIsTheJournalsLastWhateverTheClockSays() {
        rig.checkIn("ADA1");
        rig.at(Rig.NINE.minusSeconds(60));
        rig.checkIn("BOB1");
        assertThat(figures().stations()).containsExactly(new AtStation("Desk", 2, Rig.NINE.minusSeconds(60)));
    }

    @Test
    void R17_doorsCountDistinctPeopleAndKnowTheirCapacity() {
        rig.station().venue().setCapacity(rig.product("dinner"), 5);
        rig.door("lunch", "ADA1");
        rig.door("lunch", "ADA1");
        rig.door("lunch", "CYD1");
        assertThat(figures().doors()).containsExactlyInAnyOrder(new AtDoor("lunch", 2, null, 2),
                new AtDoor("dinner", 0, 5, 0));
    }

    @Test
    void purchasedIsCountedOverEveryAttendeeEntitled() {
        rig.redeem("lunch", "ADA1");
        assertThat(figures().items()).containsExactly(new OfItem("lunch", 1, 6), new OfItem("dinner", 0, 2));
    }

    @Test
    void R19_purchasedIsCountedOverLinesWhereTheyAreShared() {
        figures();
        rig.station().roster().set(rig.conference(), null, null, RedeemPer.LINE);
        assertThat(figures().items()).containsExactly(new OfItem("lunch", 0, 4), new OfItem("dinner", 0, 1));
    }

    @Test
    void aVoidedRedemptionFreesItsUnit() {
        undo(at("Lunch", new Mode.Redeem(rig.product("lunch")), "ADA1"));
        assertThat(figures().items()).contains(new OfItem("lunch", 0, 6));
    }

    @Test
    void whatWasMadeElsewhereCountsToo() {
        rig.json("""
                {"conference": "conf", "attendees": [{"access_code": "P1", "checked_in_at": "2027-05-14T06:00:00Z",
                  "products": [{"id": 1, "description": "T", "quantity": 1, "ticket_type_slug": "individual"},
                    {"id": 2, "description": "Dinner", "quantity": 2, "addon_slug": "dinner", "redeemed_count": 2}]}]}
                """);
        assertThat(figures().checkedIn()).isEqualTo(1);
        assertThat(figures().today()).isEqualTo(1);
        assertThat(figures().items()).contains(new OfItem("dinner", 2, 4));
    }

    @Test
    void refusalsAreCountedByVerdict() {
        rig.checkIn("nobody");
        rig.checkIn("NOBODY2");
        rig.checkIn("DEE1");
        rig.checkIn("");
        assertThat(figures().refusals()).containsExactly(new Refused("unknown_code", 2),
                new Refused("order_not_active", 1), new Refused("unreadable", 1));
    }

    @Test
    void whatAnotherProcessRecordedAndVoidedCounts() {
        figures();
        try (Rig other = Rig.in(folder)) {
            other.checkIn("ADA1");
            var made = other.decide(CHECK_IN, "BOB1");
            assertThat(figures().checkedIn()).isEqualTo(2);
            other.station().gate().voidRecord(made.scan().id(), "by mistake", made.post(), Rig.NINE);
        }
        assertThat(figures().checkedIn()).isEqualTo(1);
    }

    @Test
    void theFiguresAreTheSameAfterAReopening() {
        rig.checkIn("ADA1");
        rig.door("lunch", "ADA1");
        rig.redeem("lunch", "ADA1");
        rig.checkIn("nobody");
        Figures before = figures();
        rig.reopened();
        assertThat(figures()).isEqualTo(before);
    }

    @Test
    void checkInsAreCountedByQuarterOfAnHourAndTheLastFifteenMinutesApart() {
        at("Desk", CHECK_IN, "ADA1");
        rig.pass(Duration.ofMinutes(14));
        at("Desk", CHECK_IN, "BOB1");
        rig.pass(Duration.ofMinutes(20));
        at("Desk", CHECK_IN, "CYD1");
        assertThat(figures().quarters()).containsExactly(new Figures.Quarter(Rig.NINE, 2),
                new Figures.Quarter(Rig.NINE.plus(Duration.ofMinutes(15)), 0),
                new Figures.Quarter(Rig.NINE.plus(Duration.ofMinutes(30)), 1));
        assertThat(figures().lately()).isEqualTo(1);
    }

    @Test
    void eachTicketTypeHasItsOwnCount() {
        at("Desk", CHECK_IN, "ADA1");
        at("Desk", CHECK_IN, "ADA1");
        assertThat(figures().tickets()).containsExactly(new Figures.OfTicket("Individual", 1, 3));
    }

    /** A clock that was years ahead for a moment does not make years of quarters. */
    @Test
    void aWrongClockDoesNotMakeTheDayLonger() {
        at("Desk", CHECK_IN, "ADA1");
        rig.at(Rig.NINE.plus(Duration.ofDays(4000)));
        at("Desk", CHECK_IN, "BOB1");
        rig.at(Rig.NINE);
        assertThat(figures().quarters()).hasSizeLessThan(100);
    }
}
