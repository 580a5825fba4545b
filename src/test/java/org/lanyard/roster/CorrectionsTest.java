package org.lanyard.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lanyard.Rig.NINE;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.Rig;
import org.lanyard.roster.Corrections.Newcomer;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.Detail;
import org.lanyard.scan.Mode;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.PersonDetails;
import org.lanyard.scan.Post;
import org.lanyard.scan.Product;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Role;
import org.lanyard.scan.Verdict;

/** R31: what a lead puts right by hand, with a reason, until the roster says the same. */
@Execution(ExecutionMode.CONCURRENT)
class CorrectionsTest {

    private static final Mode CHECK_IN = new Mode.CheckIn();
    private static final String HEADER = "access_code,name,ticket_type,order_reference,order_status,attention";
    private static final String[] OTHERS = {"X1,,Individual,P1,paid,", "X2,,Individual,P2,paid,",
            "X3,,Individual,P3,paid,", "X4,,Individual,P4,paid,", "X5,,Individual,P5,paid,"};

    @TempDir Path folder;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = Rig.in(folder);
        rosterSays("BOB1,Bob,Individual,O2,pending,", "DEE1,Dee,,,,");
        rig.station().venue().setRole("lea", Role.LEAD);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private ImportReport rosterSays(String... rows) {
        return rig.csv(Stream.of(Stream.of(HEADER), Stream.of(OTHERS), Stream.of(rows)).flatMap(lines -> lines)
                .toArray(String[]::new));
    }

    private Post by(String staff) {
        return rig.post(CHECK_IN, "Help desk", staff);
    }

    private Person person(String code) {
        return rig.station().roster().find(rig.conference(), Reading.of(code)).orElseThrow();
    }

    private void paidAtTheDesk(String staff) {
        rig.station().corrections().setOrderStatus(by(staff), person("BOB1").id(), "paid", "paid at the desk");
    }

    private void noted(String note) {
        rig.station().corrections().setAttention(by("lea"), person("BOB1").id(), note, "he asked for it");
    }

    private String note(String code) {
        return person(code).attention();
    }

    private void added(String staff, String code, String reason) {
        rig.station().corrections().add(by(staff), new Newcomer(code, "Nia", "nia@example.org", "ACME",
                rig.product("individual")), reason);
    }

    private List<String> journaled() {
        return rig.station().ledger().read(db -> db.list(row -> String.join("|", row.getString(1), row.getString(2),
                row.getString(3), row.getString(4), row.getString(5), row.getString(6), row.getString(7)), """
                SELECT correction.seq, access_code, corrected_at, staff_member.name, station.name, what || '=' || value,
                       reason
                  FROM correction JOIN attendee ON attendee.id = attendee_id JOIN station ON station.id = station_id
                  JOIN staff_member ON staff_member.id = corrected_by ORDER BY correction.seq
                """));
    }

    @Test
    void R31_aLeadAddsAPersonWhoMayThenEnter() {
        added("lea", " NIA1 ", "speaker's guest");
        assertThat(rig.checkIn("NIA1")).isEqualTo(new Verdict.CheckedIn(new Attendee(8, "NIA1",
                PersonDetails.named("Nia").with(Detail.EMAIL, "nia@example.org").with(Detail.COMPANY, "ACME"), "individual",
                "Individual", "paid"), NINE));
    }

    @Test
    void R31_aPersonAddedWithoutATicketHasNoOrder() {
        rig.station().corrections().add(by("lea"), new Newcomer("NIA1", "Nia", "", "", null), "to be clarified");
        assertThat(rig.checkIn("NIA1")).isInstanceOf(Verdict.NoOrder.class);
    }

    @Test
    void R31_aLeadSetsAnOrdersStatus() {
        assertThat(rig.checkIn("BOB1")).isInstanceOf(Verdict.OrderNotActive.class);
        paidAtTheDesk("lea");
        assertThat(rig.checkIn("BOB1")).isInstanceOf(Verdict.CheckedIn.class);
    }

    @Test
    void R31_aLeadSetsANoteAndTakesOneAway() {
        noted("Ask for his ID");
        assertThat(note("BOB1")).isEqualTo("Ask for his ID");
        noted("");
        assertThat(note("BOB1")).isEmpty();
    }

    @Test
    void R31_everyCorrectionIsJournaledWithWhoWhereWhenAndWhy() {
        rig.checkIn("X1");
        paidAtTheDesk("lea");
        noted(" Ask for his ID ");
        added("lea", "NIA1", "speaker's guest");
        String at = "|" + NINE.toEpochMilli() + "|lea|Help desk|";
        assertThat(journaled()).containsExactly("2|BOB1" + at + "order_status=paid|paid at the desk",
                "3|BOB1" + at + "attention=Ask for his ID|he asked for it", "4|NIA1" + at + "added=Nia|speaker's guest");
        rig.checkIn("X2");
        assertThat(rig.station().journal().latest(rig.conference(), 1).getFirst().seq()).isEqualTo(5);
    }

    @Test
    void R31_onlyALeadMayAndOnlyWithAReason() {
        assertThatThrownBy(() -> added("sam", "NIA1", "guest")).isInstanceOf(NotPossible.class)
                .hasMessage("Only a lead or an administrator may do that; please ask one.");
        assertThatThrownBy(() -> paidAtTheDesk("sam")).isInstanceOf(NotPossible.class);
        assertThatThrownBy(() -> added("lea", "NIA1", " ")).isInstanceOf(NotPossible.class)
                .hasMessage("A correction needs a reason.");
        assertThat(journaled()).isEmpty();
        assertThat(rig.checkIn("NIA1")).isInstanceOf(Verdict.UnknownCode.class);
    }

    private void broughtBack(String name, Product ticket) {
        rig.station().corrections().add(by("lea"), new Newcomer("BOB1", name, "", "", ticket), "has the confirmation");
    }

    @Test
    void R31_aPersonWhomTheRosterWithdrewIsBroughtBack() {
        rosterSays("DEE1,Dee,,,,");
        assertThat(rig.checkIn("BOB1")).isInstanceOf(Verdict.OrderNotActive.class);
        broughtBack("bob", rig.product("individual"));
        assertThat(rig.checkIn("BOB1")).isInstanceOf(Verdict.CheckedIn.class);
        rosterSays("DEE1,Dee,,,,");
        assertThat(rig.checkIn("BOB1")).as("no roster takes a local person away").isInstanceOf(Verdict.ReEntry.class);
        rosterSays("BOB1,Bob,Individual,O2,pending,", "DEE1,Dee,,,,");
        rosterSays("DEE1,Dee,,,,");
        assertThat(rig.checkIn("BOB1")).as("nor one that once named them").isInstanceOf(Verdict.ReEntry.class);
        rosterSays("BOB1,Bob,Individual,O2,paid,", "DEE1,Dee,,,,");
        rosterSays("DEE1,Dee,,,,");
        assertThat(rig.checkIn("BOB1")).as("until it said the same").isInstanceOf(Verdict.OrderNotActive.class);
        broughtBack("", rig.product("individual"));
        assertThat(rig.checkIn("BOB1")).isInstanceOf(Verdict.ReEntry.class);
    }

    /** The roster took the rest from them for a reason. */
    @Test
    void R31_whoIsBroughtBackWithATicketHasThatAlone() {
        rig.csv(HEADER + ",items", "BOB1,Bob,Individual,O2,paid,,Lunch:2", "X1,,Day,P1,paid,,", "X2,,Day,P2,paid,,",
                "X3,,Day,P3,paid,,", "X4,,Day,P4,paid,,", "X5,,Day,P5,paid,,", "DEE1,Dee,,,,,");
        rosterSays("DEE1,Dee,,,,");
        broughtBack("Bob", rig.product("day"));
        assertThat(rig.checkIn("BOB1").about().orElseThrow().ticketType()).isEqualTo("day");
        assertThat(rig.redeem("lunch", "BOB1")).isInstanceOf(Verdict.NotPurchased.class);
    }

    @Test
    void R31_whoIsBroughtBackWithoutATicketHasWhatTheyHad() {
        rosterSays("DEE1,Dee,,,,");
        broughtBack("", null);
        assertThat(person("BOB1")).returns("Bob", Person::name).returns(false, Person::withdrawn);
        assertThat(person("BOB1").orders()).extracting(Person.Order::reference).containsExactly("O2");
        assertThat(journaled()).singleElement().asString().contains("added=Bob");
    }

    /** Who would inherit what was recorded of the other. */
    @Test
    void R31_nobodyElseIsGivenAWithdrawnPersonsCode() {
        rosterSays("DEE1,Dee,,,,");
        assertThatThrownBy(() -> broughtBack("Nia", null)).isInstanceOf(NotPossible.class)
                .hasMessageStartingWith("The code BOB1 was Bob's, whom the roster no longer has.");
        assertThat(rig.checkIn("BOB1")).isInstanceOf(Verdict.OrderNotActive.class);
    }

    @Test
    void R31_aCodeThatIsNoneOrSomebodysIsRefused() {
        for (String code : List.of("", " ", "1".repeat(129), "A\nB", "BOB1")) {
            assertThatThrownBy(() -> added("lea", code, "guest")).isInstanceOf(NotPossible.class);
        }
    }

    @Test
    void R31_aStatusThatIsNoneIsRefusedAndSoIsOneWithoutAnOrder() {
        Corrections corrections = rig.station().corrections();
        assertThatThrownBy(() -> corrections.setOrderStatus(by("lea"), person("BOB1").id(), "gratis", "why not"))
                .isInstanceOf(NotPossible.class);
        assertThatThrownBy(() -> corrections.setOrderStatus(by("lea"), person("DEE1").id(), "paid", "at the desk"))
                .isInstanceOf(NotPossible.class).hasMessageContaining("Dee has no order");
    }

    @Test
    void R31_aStatusIsKeptUntilTheRosterSaysTheSame() {
        paidAtTheDesk("lea");
        rosterSays("BOB1,Bob,Individual,O2,pending,", "DEE1,Dee,,,,");
        assertThat(rig.checkIn("BOB1")).isInstanceOf(Verdict.CheckedIn.class);
        rosterSays("BOB1,Bob,Individual,O2,paid,", "DEE1,Dee,,,,");
        assertThat(rig.checkIn("BOB1")).isInstanceOf(Verdict.ReEntry.class);
        rosterSays("BOB1,Bob,Individual,O2,refunded,", "DEE1,Dee,,,,");
        assertThat(rig.checkIn("BOB1")).isInstanceOf(Verdict.OrderNotActive.class);
    }

    @Test
    void R31_aNoteIsKeptUntilTheRosterSaysTheSame() {
        noted("Ask for his ID");
        rosterSays("BOB1,Bob,Individual,O2,pending,Vegan", "DEE1,Dee,,,,");
        assertThat(note("BOB1")).isEqualTo("Ask for his ID");
        rosterSays("BOB1,Bob,Individual,O2,pending,Ask for his ID", "DEE1,Dee,,,,");
        rosterSays("BOB1,Bob,Individual,O2,pending,Vegan", "DEE1,Dee,,,,");
        assertThat(note("BOB1")).isEqualTo("Vegan");
    }

    @Test
    void R31_aNoteTakenAwayStaysAwayUntilTheRosterHasNone() {
        rosterSays("BOB1,Bob,Individual,O2,pending,Vegan", "DEE1,Dee,,,,");
        noted("");
        rosterSays("BOB1,Bob,Individual,O2,pending,Vegan", "DEE1,Dee,,,,");
        assertThat(note("BOB1")).isEmpty();
        rosterSays("BOB1,Bob,Individual,O2,pending,", "DEE1,Dee,,,,");
        rosterSays("BOB1,Bob,Individual,O2,pending,Vegan again", "DEE1,Dee,,,,");
        assertThat(note("BOB1")).isEqualTo("Vegan again");
    }

    /** Case 2: what was made on site outlives every import. */
    @Test
    void R31_aPersonAddedIsKeptThroughImports() {
        added("lea", "NIA1", "speaker's guest");
        assertThat(sourceOf("NIA1")).isEqualTo("local");
        ImportReport report = rosterSays("BOB1,Bob,Individual,O2,pending,", "DEE1,Dee,,,,");
        assertThat(report.attendees().withdrawn()).isZero();
        assertThat(rig.checkIn("NIA1")).isInstanceOf(Verdict.CheckedIn.class);
    }

    @Test
    void R31_aPersonAddedIsTheRostersOnceItHasThem() {
        added("lea", "NIA1", "speaker's guest");
        rig.checkIn("NIA1");
        rosterSays("BOB1,Bob,Individual,O2,pending,", "DEE1,Dee,,,,", "NIA1,Nia Ngata,Student,O9,paid,");
        assertThat(sourceOf("NIA1")).isEqualTo("roster");
        assertThat(person("NIA1").orders()).extracting(Person.Order::reference).containsExactly("O9");
        assertThat(rig.checkIn("NIA1")).isInstanceOfSatisfying(Verdict.ReEntry.class, verdict -> {
            assertThat(verdict.attendee().name()).isEqualTo("Nia Ngata");
            assertThat(verdict.attendee().ticketType()).isEqualTo("student");
        });
    }

    @Test
    void R31_aPersonAddedKeepsTheTicketWhileTheRostersOrderIsNotPaid() {
        added("lea", "NIA1", "speaker's guest");
        rosterSays("BOB1,Bob,Individual,O2,pending,", "DEE1,Dee,,,,", "NIA1,Nia,Individual,O9,pending,");
        assertThat(rig.checkIn("NIA1")).isInstanceOf(Verdict.CheckedIn.class);
    }

    private String sourceOf(String code) {
        return rig.station().ledger().read(db -> db.one(row -> row.getString(1),
                "SELECT source FROM attendee WHERE access_code = ?", code).orElseThrow());
    }
}
