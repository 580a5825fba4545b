package org.lanyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.OwnStreams;

/** A conference remembers how its files are to be understood, and its rosters of before the last imports. */
@OwnStreams
class RosterMemoryTest {

    private static final String HEADER = "Kennung,Wer,Kategorie,Zustand,Dinner";

    @TempDir Path folder;
    private Script script;

    @BeforeEach
    void open() {
        script = new Script(folder.resolve("data"));
    }

    private Script.Answer importing(String... options) {
        return importingLines(new String[] {HEADER, "K1,Ada,Individual,Processing,x", "K2,Bob,Individual,Paid,"}, options);
    }

    private Script.Answer importingLines(String[] lines, String... options) {
        String[] all = {"roster", "import", script.file("export.csv", lines).toString(), "--conference", "conf", "--json"};
        String[] arguments = Arrays.copyOf(all, all.length + options.length);
        System.arraycopy(options, 0, arguments, all.length, options.length);
        return script.run(arguments);
    }

    private void importWithAnswers() {
        importing("--map", "Kennung=access_code", "--map", "Wer=name", "--map", "Kategorie=ticket_type", "--map",
                "Zustand=status", "--map", "Dinner=item", "--status", "Processing=pending").exits(0);
    }

    @Test
    void theSecondFileOfTheSameShapeNeedsNoAnswer() {
        importing().exits(1);
        importWithAnswers();
        var again = importingLines(new String[] {"Dinner,Kategorie,Wer,Zustand,Kennung", "x,Individual,Ada,Processing,K1",
                ",Individual,Bob,Paid,K2", "x,Individual,Cyd,processing,K3"}).exits(0).json();
        assertThat(again.path("attendees").path("new").asInt()).isEqualTo(1);
        assertThat(again.path("attendees").path("unchanged").asInt()).isEqualTo(2);
        assertThat(again.path("admitted").asInt()).isEqualTo(1);
        assertThat(again.path("warnings").toString()).contains("--forget-mapping");
    }

    @Test
    void anAnswerOfNowGoesBeforeTheRememberedOne() {
        importWithAnswers();
        assertThat(importing("--status", "Processing=paid").exits(0).json().path("admitted").asInt()).isEqualTo(2);
        assertThat(importing().exits(0).json().path("admitted").asInt()).isEqualTo(2);
    }

    @Test
    void aTrialRunRemembersNothingAndForgetsNothing() {
        importWithAnswers();
        importing("--status", "Processing=paid", "--dry-run").exits(0);
        importing("--forget-mapping", "--dry-run").exits(1);
        assertThat(importing().exits(0).json().path("admitted").asInt()).isEqualTo(1);
    }

    @Test
    void aForgottenMappingIsAskedForAgain() {
        importWithAnswers();
        importing("--forget-mapping").exits(1);
        importing().exits(1);
    }

    @Test
    void revertGoesBackToTheRosterOfBefore() {
        script.run("roster", "revert", "--conference", "conf").exits(1);
        importWithAnswers();
        assertThat(script.run("roster", "revert").exits(1).err()).contains("no earlier roster");
        importingLines(new String[] {HEADER, "K1,Someone Else,Individual,Paid,x"}, "--force").exits(0);
        assertThat(script.run("roster", "show", "K1", "--json").exits(0).json().path("name").stringValue())
                .isEqualTo("Someone Else");

        var report = script.run("roster", "revert", "--json").exits(0).json();

        assertThat(report.path("applied").asBoolean()).isTrue();
        var ada = script.run("roster", "show", "K1", "--json").exits(0).json();
        assertThat(ada.path("name").stringValue()).isEqualTo("Ada");
        assertThat(ada.path("order_status").stringValue()).isEqualTo("pending");
        assertThat(script.run("roster", "show", "K2", "--json").exits(0).json().path("order_status").stringValue())
                .isEqualTo("paid");
    }
}
