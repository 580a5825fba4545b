package org.lanyard.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.Rig;
import org.lanyard.journal.Till;
import org.lanyard.scan.Detail;
import org.lanyard.scan.Mode;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Post;
import org.lanyard.scan.Product;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Role;
import org.lanyard.scan.Verdict;

/** R37: names, fields, tickets and items put right by a lead, moved and merged, through imports of the uncorrected roster. */
@Execution(ExecutionMode.CONCURRENT)
class PeoplePutRightTest {

    private static final String HEADER = "access_code,name,ticket_type,order_reference,order_status,items,show:Diet";
    private static final String[] OTHERS = {"X1,Xa,Student,P1,paid,,", "X2,Xb,Individual,P2,paid,,",
            "X3,Xc,Individual,P3,paid,tshirt,", "X4,Xd,Individual,P4,paid,,", "X5,Xe,Individual,P5,paid,,"};
    private static final String ADA = "ADA1,Ada,Individual,O1,paid,lunch:3,vegan";
    private static final String BOB = "BOB1,Bob,Individual,O2,paid,lunch:2,";

    @TempDir Path folder;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = Rig.in(folder);
        says(ADA, BOB);
        rig.station().venue().setRole("lea", Role.LEAD);
        rig.station().venue().setRole("vic", Role.VOLUNTEER);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private ImportReport says(String... rows) {
        return rig.imported(ImportOptions.of(ImportOptions.Format.CSV, "conf").forced(true), String.join("\n",
                Stream.of(Stream.of(HEADER), Stream.of(OTHERS), Stream.of(rows)).flatMap(lines -> lines).toList()));
    }

    private Post by(String staff) {
        return rig.post(new Mode.CheckIn(), "Help desk", staff);
    }

    private Person person(String code) {
        return rig.station().roster().find(rig.conference(), Reading.of(code)).orElseThrow();
    }

    private void correct(String code, Correction... corrections) {
        rig.station().corrections().correct(by("lea"), person(code).id(), List.of(corrections), "as they said");
    }

    private List<String> holds(String code) {
        return person(code).activeOrders().flatMap(order -> order.lines().stream()).filter(line -> line.quantity() > 0)
                .map(line -> line.quantity() + " " + line.product().slug()).sorted().toList();
    }

    private void lunch(String code) {
        assertThat(rig.redeem("lunch", code)).isInstanceOf(Verdict.Redeemed.class);
    }

    private Product product(String slug) {
        return rig.product(slug);
    }

    @Test
    void R37_aCorrectedFieldIsKeptByItselfThroughImports() {
        correct("ADA1", new Correction.Text(Detail.NAME, "Ada Lovelace"), new Correction.Shown("Diet", "none"));
        assertThat(says(ADA.replace("vegan", "halal"), BOB).warnings()).extracting(Object::toString).containsExactly(
                "ADA1: Diet was corrected here to \"none\"; the roster now says \"halal\". The correction stays.");
        assertThat(person("ADA1").name()).isEqualTo("Ada Lovelace");
        assertThat(person("ADA1").details().shown()).containsEntry("Diet", "none");
        assertThat(says(ADA.replace("vegan", "halal"), BOB).warnings()).isEmpty();
    }

    @Test
    void R37_aCorrectionEndsOnceTheRosterSaysTheSame() {
        correct("ADA1", new Correction.Text(Detail.NAME, "Ada Lovelace"));
        says(ADA.replace(",Ada,", ",Ada Lovelace,"), BOB);
        says(ADA, BOB);
        assertThat(person("ADA1").name()).isEqualTo("Ada");
    }

    @Test
    void R37_goingBackToAKeptRosterKeepsCorrections() {
        says(ADA, BOB, "CYD1,Cyd,Individual,O3,paid,,");
        correct("ADA1", new Correction.Text(Detail.NAME, "Ada Lovelace"));
        says(ADA, BOB);
        rig.station().roster().revert(rig.conference());
        says(ADA, BOB);
        assertThat(person("ADA1").name()).isEqualTo("Ada Lovelace");
    }

    @Test
    void R37_aTicketTypeChangedIsKept() {
        correct("ADA1", new Correction.Ticket(product("student")));
        says(ADA, BOB);
        assertThat(holds("ADA1")).containsExactly("1 student", "3 lunch");
        says(ADA.replace("Individual", "Student"), BOB);
        says(ADA, BOB);
        assertThat(holds("ADA1")).containsExactly("1 individual", "3 lunch");
    }

    @Test
    void R37_anItemAddedIsKeptUntilTheRosterHasItToo() {
        correct("ADA1", new Correction.More(product("lunch"), 2), new Correction.More(product("tshirt"), 1));
        says(ADA, BOB);
        assertThat(holds("ADA1")).containsExactly("1 individual", "1 tshirt", "2 lunch", "3 lunch");
        says(ADA.replace("lunch:3", "lunch:5; tshirt"), BOB);
        assertThat(holds("ADA1")).containsExactly("1 individual", "1 tshirt", "5 lunch");
        says(ADA, BOB);
        assertThat(holds("ADA1")).containsExactly("1 individual", "3 lunch");
    }

    @Test
    void R37_anItemTakenAwayStaysAway() {
        correct("ADA1", new Correction.NoMore(product("lunch")));
        says(ADA, BOB);
        assertThat(holds("ADA1")).containsExactly("1 individual");
        assertThatThrownBy(() -> correct("ADA1", new Correction.NoMore(product("lunch")))).isInstanceOf(NotPossible.class);
    }

    @Test
    void R37_allCorrectionsOfOneRequestOrNone() {
        assertThatThrownBy(() -> correct("ADA1", new Correction.Text(Detail.NAME, "Eve"),
                new Correction.NoMore(product("tshirt")))).isInstanceOf(NotPossible.class);
        assertThat(person("ADA1").name()).isEqualTo("Ada");
    }

    @Test
    void R37_aVolunteerCorrectsNothing() {
        assertThatThrownBy(() -> rig.station().corrections().correct(by("vic"), person("ADA1").id(),
                List.of(new Correction.Text(Detail.NAME, "Eve")), "why not")).hasMessageContaining("lead");
        assertThatThrownBy(() -> rig.station().corrections().merge(by("vic"), person("ADA1").id(), person("BOB1").id(), "x"))
                .hasMessageContaining("lead");
    }

    private void move(String code, String to, String ticket, boolean withItems, String name) {
        rig.station().corrections().move(by("lea"), person(code).id(), to,
                Optional.ofNullable(ticket).map(this::product), withItems, Optional.ofNullable(name), "sold");
    }

    @Test
    void R37_aTicketMovesToANewPersonWithItsItemsAndWhatWasUsed() {
        lunch("ADA1");
        move("ADA1", "NEW1", null, true, "Nia");
        assertThat(holds("ADA1")).isEmpty();
        assertThat(rig.checkIn("ADA1")).isInstanceOf(Verdict.NoOrder.class);
        says(ADA, BOB);
        assertThat(holds("NEW1")).containsExactly("1 individual", "3 lunch");
        assertThat(holds("ADA1")).isEmpty();
        lunch("NEW1");
        lunch("NEW1");
        assertThat(rig.redeem("lunch", "NEW1")).isInstanceOf(Verdict.FullyRedeemed.class);
        assertThat(person("NEW1").name()).isEqualTo("Nia");
    }

    @Test
    void R37_aTicketMovesWithoutItsItems() {
        move("ADA1", "BOB1", "individual", false, null);
        says(ADA, BOB);
        assertThat(holds("ADA1")).containsExactly("3 lunch");
        assertThat(holds("BOB1")).containsExactly("1 individual", "1 individual", "2 lunch");
        assertThat(rig.checkIn("ADA1")).isInstanceOf(Verdict.NoTicket.class);
    }

    @Test
    void R37_aMovedTicketThatWasUsedAsksForAttention() {
        rig.checkIn("ADA1");
        move("ADA1", "NEW1", null, false, "Nia");
        assertThat(rig.checkIn("NEW1")).isInstanceOf(Verdict.NeedsAttention.class);
    }

    @Test
    void R37_aMoveEndsOnceTheRosterSaysTheSame() {
        move("ADA1", "NEW1", null, true, "Nia");
        says("ADA1,Ada,,,,,", "NEW1,Nia,Individual,O1,paid,lunch:3,", BOB);
        says(ADA, BOB);
        assertThat(holds("ADA1")).containsExactly("1 individual", "3 lunch");
    }

    @Test
    void R37_twoEntriesOfOnePersonBecomeOneAndStaySo() {
        rig.checkIn("BOB1");
        lunch("BOB1");
        lunch("ADA1");
        rig.station().corrections().merge(by("lea"), person("BOB1").id(), person("ADA1").id(), "the same");
        for (int i = 0; i < 2; i++) {
            assertThat(person("BOB1").accessCode()).isEqualTo("ADA1");
            assertThat(holds("ADA1")).containsExactly("1 individual", "1 individual", "2 lunch", "3 lunch");
            assertThat(rig.station().gate().dossier(rig.conference(), person("ADA1")).items()).satisfiesExactly(
                    item -> assertThat(List.of(item.quantity(), item.redeemed(), item.remaining()))
                            .isEqualTo(List.of(5, 2, 3)));
            says(ADA, BOB);
        }
        assertThat(rig.checkIn("ADA1")).isInstanceOf(Verdict.ReEntry.class);
        says(ADA, BOB.replace("lunch:2", "lunch:4"));
        assertThat(holds("ADA1")).containsExactly("1 individual", "1 individual", "3 lunch", "4 lunch");
    }

    @Test
    void R37_whatWasTakenInIsTotalledByStationStaffAndMeans() {
        correct("ADA1", new Correction.Paid(2500, Correction.Means.CASH));
        correct("BOB1", new Correction.Paid(1000, Correction.Means.CASH));
        correct("BOB1", new Correction.Paid(500, Correction.Means.CARD));
        Till.Takings takings =
                rig.station().till().takings(rig.conference(), Optional.empty(), Optional.empty());
        assertThat(takings.total()).isEqualTo(4000);
        assertThat(takings.rows()).containsExactly(
                new Till.Row("Help desk", Optional.of("lea"), "card", 500, 1),
                new Till.Row("Help desk", Optional.of("lea"), "cash", 3500, 2));
    }

    @Test
    void R38_aLeadUndoesACarryForOnePersonAndNoImportMakesItAgain() {
        lunch("ADA1");
        says("NEW1,Ada,Individual,O1,paid,lunch:3,", BOB);
        assertThat(rig.station().corrections().undoCarry(by("lea"), person("NEW1").id(), "another person")).isEqualTo(1);
        says("NEW1,Ada,Individual,O1,paid,lunch:3,vegan", BOB);
        for (int i = 0; i < 3; i++) {
            lunch("NEW1");
        }
        assertThatThrownBy(() -> rig.station().corrections().undoCarry(by("lea"), person("NEW1").id(), "again"))
                .isInstanceOf(NotPossible.class);
    }
}
