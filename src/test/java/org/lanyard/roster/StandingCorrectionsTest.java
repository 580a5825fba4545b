package org.lanyard.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanyard.Rig.NINE;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.Rig;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Role;

/** R37: a correction stays as it was made, through imports of a roster that says nothing of it. */
@Execution(ExecutionMode.CONCURRENT)
class StandingCorrectionsTest {

    private static final String ROSTER = """
            {"conference": {"slug": "conf", "timezone": "UTC"},
             "ticket_types": [{"slug": "all"}, {"slug": "sat"}], "addons": [{"slug": "lunch"}],
             "orders": [
              {"reference": "O1", "status": "paid", "items": [{"ticket_type": "all", "attendee": "ANN"}, {"addon": "lunch", "attendee": "ANN"}]},
              {"reference": "O2", "status": "paid", "items": [{"ticket_type": "all", "attendee": "ANN"}, {"addon": "lunch", "attendee": "ANN"}]},
              {"reference": "O3", "status": "paid", "items": [{"ticket_type": "sat", "attendee": "BOB"}]},
              {"reference": "O4", "status": "paid", "items": [{"addon": "lunch", "attendee": "CY"}]}],
             "attendees": [{"access_code": "ANN", "name": "Ann", "orders": ["O1", "O2"]},
              {"access_code": "BOB", "name": "Bob", "orders": ["O3"]}, {"access_code": "CY", "name": "Cy", "orders": ["O4"]}]}
            """;

    @TempDir Path folder;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = Rig.in(folder);
        rig.json(ROSTER);
        rig.station().venue().setRole("lea", Role.LEAD);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Post lead() {
        return rig.post(new Mode.CheckIn(), "Help desk", "lea");
    }

    private Person person(String code) {
        return rig.station().roster().find(rig.conference(), Reading.of(code)).orElseThrow();
    }

    private void correct(String code, Correction correction) {
        rig.station().corrections().correct(lead(), person(code).id(), List.of(correction), "test");
    }

    private void move(String from, String to) {
        rig.station().corrections().move(lead(), person(from).id(), to, Optional.empty(), true, Optional.empty(), "test");
    }

    private void merge(String from, String into) {
        rig.station().corrections().merge(lead(), person(from).id(), person(into).id(), "test");
    }

    private List<String> holds(String code) {
        return person(code).orders().stream().flatMap(order -> order.lines().stream().filter(line -> line.quantity() > 0)
                .map(line -> order.reference() + " " + line.quantity() + " " + line.product().slug())).sorted().toList();
    }

    private void importAgain() {
        assertThat(rig.json(ROSTER).unusable()).isEmpty();
    }

    private String answer(String code) {
        return rig.checkIn(code).word();
    }

    @Test
    void aTicketMovesFromTheOrdersThatWereActiveThenAndFromNoOthersAtAnImport() {
        correct("ANN", new Correction.OrderStatus("refunded"));
        move("ANN", "BOB");
        List<String> moved = List.of("O1 1 all", "O1 1 lunch", "O3 1 sat");
        assertThat(holds("BOB")).isEqualTo(moved);
        importAgain();
        assertThat(holds("BOB")).isEqualTo(moved);
        assertThat(holds("ANN")).containsExactly("O2 1 all", "O2 1 lunch");
        assertThat(answer("ANN")).isEqualTo("order_not_active");
    }

    @Test
    void aSecondMoveDoesNotBringTheFirstBack() {
        correct("ANN", new Correction.OrderStatus("refunded"));
        move("ANN", "BOB");
        correct("ANN", new Correction.OrderStatus("paid"));
        move("ANN", "CY");
        importAgain();
        assertThat(holds("BOB")).containsExactly("O1 1 all", "O1 1 lunch", "O3 1 sat");
        assertThat(holds("CY")).containsExactly("O2 1 all", "O2 1 lunch", "O4 1 lunch");
        assertThat(answer("ANN")).isEqualTo("no_order");
    }

    @Test
    void anItemIsAddedToTheOrderItWasAddedTo() {
        correct("ANN", new Correction.OrderStatus("refunded"));
        correct("ANN", new Correction.More(rig.product("lunch"), 1));
        correct("ANN", new Correction.OrderStatus("paid"));
        correct("ANN", new Correction.More(rig.product("lunch"), 2));
        List<String> held = List.of("O1 1 all", "O1 1 lunch", "O1 1 lunch", "O2 1 all", "O2 1 lunch", "O2 2 lunch");
        assertThat(holds("ANN")).isEqualTo(held);
        importAgain();
        assertThat(holds("ANN")).isEqualTo(held);
    }

    @Test
    void aTicketThatWasGivenToSomebodyWithoutOneStays() {
        correct("CY", new Correction.Ticket(rig.product("sat")));
        assertThat(holds("CY")).containsExactly("O4 1 lunch", "O4 1 sat");
        importAgain();
        assertThat(holds("CY")).containsExactly("O4 1 lunch", "O4 1 sat");
        assertThat(answer("CY")).isEqualTo("checked_in");
    }

    @Test
    void aLostBadgesCodeStaysBlockedWhenItsEntryIsMerged() {
        rig.station().access().replace(lead(), person("BOB").id(), "BOB", "NEW1", "lost");
        merge("BOB", "ANN");
        assertThat(answer("BOB")).isEqualTo("blocked");
        importAgain();
        assertThat(answer("BOB")).isEqualTo("blocked");
        rig.station().access().unblockCode(lead(), "BOB", "found");
        rig.at(NINE.plusSeconds(60));
        assertThat(answer("BOB")).isEqualTo("checked_in");
        rig.station().access().blockCode(lead(), "BOB", "lost again");
        rig.at(NINE.plusSeconds(120));
        assertThat(answer("BOB")).isEqualTo("blocked");
    }

    @Test
    void whoIsBlockedStaysSoWhenTheyAreMergedIntoAnotherEntry() {
        rig.station().access().block(lead(), person("BOB").id(), "has threatened somebody");
        merge("BOB", "ANN");
        assertThat(answer("ANN")).isEqualTo("blocked");
        importAgain();
        rig.at(NINE.plusSeconds(60));
        assertThat(answer("BOB")).isEqualTo("blocked");
    }
}
