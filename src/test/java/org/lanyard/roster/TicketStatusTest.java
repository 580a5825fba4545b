package org.lanyard.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lanyard.roster.Rosters.CSV;
import static org.lanyard.roster.Rosters.person;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.Rig;
import org.lanyard.roster.format.Answers;
import org.lanyard.roster.format.State;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Verdict;

/** A status may be the order's or the single ticket's, and one that is not there lets nobody in. */
@Execution(ExecutionMode.CONCURRENT)
class TicketStatusTest {

    @TempDir Path folder;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = Rig.in(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void isRefusedAs(String code, String status) {
        assertThat(rig.checkIn(code)).isInstanceOfSatisfying(Verdict.OrderNotActive.class,
                refused -> assertThat(refused.status()).isEqualTo(status));
        assertThat(person(rig, code).attendee().orderStatus()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Status", "Ticket Status", "Order Status", "order_status", "ticket_status"})
    void R9_whereRowsOfOneOrderDifferTheTicketAloneIsNotActive(String column) {
        rig.csv("access_code,name,ticket_type,order_reference,lunch," + column, "A1,Ada,Individual,O1,,paid",
                "A2,Bob,Individual,O1,,cancelled", "A3,Cyd,Individual,O2,,paid");
        isRefusedAs("A2", "cancelled");
        assertThat(rig.checkIn("A1")).isInstanceOf(Verdict.CheckedIn.class);
        assertThat(rig.checkIn("A3")).isInstanceOf(Verdict.CheckedIn.class);
    }

    @Test
    void R9_aTicketIsCancelledAndPaidAgainByTheNextExports() {
        String[] lines = {"access_code,name,ticket_type,order_reference,Status", "A1,Ada,Individual,O1,paid",
                "A2,Bob,Individual,O1,paid"};
        rig.csv(lines);
        rig.csv(lines[0], lines[1], lines[2].replace("paid", "refunded"));
        isRefusedAs("A2", "refunded");
        rig.csv(lines);
        assertThat(rig.checkIn("A2")).isInstanceOf(Verdict.CheckedIn.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Status", "Ticket Status", "Order Status", "ticket_status"})
    void anEmptyStatusAmongOthersIsAQuestion(String column) {
        String text = "access_code,name,ticket_type,order_reference," + column
                + "\nA1,Ada,Individual,O1,paid\nA2,Bob,Individual,O2,\nA3,Cyd,Individual,O3,pending\n";
        assertThatThrownBy(() -> rig.imported(CSV, text)).isInstanceOf(NotPossible.class).hasMessageContaining(column);
        rig.imported(CSV, Answers.NONE.withStatus("", State.PENDING), text);
        isRefusedAs("A2", "pending");
    }

    @Test
    void anEmptyStatusOfOurOwnColumnCountsAsPaidAndIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("roster.csv"), """
                access_code,name,ticket_type,order_reference,order_status
                A1,Ada,Individual,O1,pending
                A2,Bob,Individual,O2,
                A3,Cyd,,,
                """);
        var draft = rig.station().rosterFiles().open(file, Answers.NONE, CSV, _ -> {});
        assertThat(draft.warnings()).extracting(Object::toString)
                .contains("order_status is empty in 1 rows, which count as paid.");
        var answered = draft.with(Answers.NONE.withStatus("", State.PENDING).withRefusingAll());
        assertThat(answered.outcome().admitted()).isZero();
        assertThat(answered.warnings()).extracting(Object::toString).noneMatch(text -> text.contains("is empty"));
    }

    @Test
    void somebodyWithoutAnOrderNeedsNoStatus() {
        rig.csv("access_code,name,ticket_type,order_reference,order_status", "A1,Ada,Individual,O1,paid", "A2,Bob,,,");
        assertThat(rig.checkIn("A2")).isNotInstanceOf(Verdict.CheckedIn.class);
    }
}
