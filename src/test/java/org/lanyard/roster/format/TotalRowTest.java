package org.lanyard.roster.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.scan.Sentence;

/** A row at the end that adds up the others is nobody, and somebody called "Summe" is somebody. */
@Execution(ExecutionMode.CONCURRENT)
class TotalRowTest {

    private static final String HEADER = "Ticket code;Name;E-mail;Ticket;Status;Preis;Lunch";

    private static RosterDraft draft(String... last) {
        List<String> rows = new ArrayList<>(List.of(HEADER, "A1001;Zoë;zoe@example.org;Regular;Paid;1.100,50;Yes",
                "A1002;Wei;wei@example.org;Regular;Paid;80,00;", "A1003;Ada;ada@example.org;Student;Paid;19,50;Yes"));
        rows.addAll(List.of(last));
        return Drafts.text(String.join("\n", rows), Answers.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Summe;;;;;1.200,00;", "Total;;;;;1200;2", ";Gesamt:;;;;1.200,00 €;", "Total général;;;;;1 200,00;2",
                    "合計;3;;;;1200.00;", "Total: 3;;;;;;", "Total: 312 attendees;;;;;;", "Razem = 3;;;;;1.200,00 zł;2",
                    ";;;;Totals;$1,200.00;2", "3;Celkem;;;;;", "Suma;3;3;3;3;1.200,00;2", "Итого;;;;;1200;"})
    void aRowThatAddsUpTheOthersIsSkippedAndNamed(String total) {
        RosterDraft draft = draft(total);
        assertThat(draft.unusable()).isEmpty();
        assertThat(draft.questions()).isEmpty();
        assertThat(draft.roster().people()).hasSize(3);
        assertThat(draft.warnings()).extracting(Sentence::key).contains("file.total");
    }

    @Test
    void severalTotalsBelowAnEmptyRowAreSkipped() {
        RosterDraft draft = draft(";;;;;;", "Zwischensumme;;;;;1.200,00;", "Summe;;;;;1.200,00;");
        assertThat(draft.unusable()).isEmpty();
        assertThat(draft.roster().people()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A1004;Summe;summe@example.org;Regular;Paid;80,00;", "A1004;Summe;;;;80,00;",
            "1004;Total;;;;80;1",
            "A1004;Total;;Regular;Paid;1.200,00;", "Total;Tara;tara@example.org;Regular;Paid;80,00;", "1004;Summe;;;;;"})
    void somebodyWhoIsCalledThatIsSomebody(String person) {
        RosterDraft draft = draft(person);
        assertThat(draft.roster().people()).hasSize(4);
        assertThat(draft.warnings()).extracting(Sentence::key).doesNotContain("file.total");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Summe;;;;;999,99;", "Total;Tara;;;;1200;", ";Total;;;;80,00;", "Summe;;;;;;"})
    void whatDoesNotAddUpIsNotSkippedInSilence(String odd) {
        RosterDraft draft = draft(odd);
        assertThat(draft.warnings()).extracting(Sentence::key).doesNotContain("file.total");
    }

    @Test
    void aTotalInTheMiddleIsNotSkipped() {
        assertThat(draft("Summe;;;;;1.200,00;", "A1004;Uli;uli@example.org;Regular;Paid;80,00;").warnings())
                .extracting(Sentence::key).doesNotContain("file.total");
    }
}
