package org.lanyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.LanyardProcess;
import org.lanyard.LanyardProcess.Outcome;
import org.lanyard.Rig;

/** Case 23, where there is no locale, as under cron and in bare containers: letters beyond ASCII are still letters. */
@EnabledOnOs(OS.LINUX)
@Execution(ExecutionMode.CONCURRENT)
class ArgumentsTest {

    @TempDir Path folder;

    @BeforeEach
    void roster() {
        try (Rig rig = Rig.in(folder)) {
            rig.csv("access_code,name,ticket_type,order_reference", "A1,Jürgen Müller,Individual,O1");
        }
    }

    /** @param last in the notation of printf, so that this JVM's own locale does not matter */
    private Outcome withoutLocale(String last, List<String> lines, String... arguments) {
        List<String> command = new ArrayList<>(List.of("sh", "-c",
                "unset LANG; LC_ALL=C exec \"$@\" \"$(printf '" + last + "')\"", "sh"));
        command.addAll(LanyardProcess.command(folder, arguments));
        return LanyardProcess.run(command, lines);
    }

    @Test
    void namesAreKeptAsTheyWereGiven() {
        Outcome outcome = withoutLocale("T\\303\\274r", List.of("A1", "A1"), "scan", "--check-in", "--station");
        assertThat(outcome.answers().getLast().path("last").path("station").asString()).isEqualTo("Tür");
    }

    @Test
    void peopleAreFound() {
        assertThat(withoutLocale("M\\303\\274ller", List.of(), "roster", "search").out()).singleElement().asString()
                .contains("Jürgen Müller");
    }

    @Test
    void aFileWhoseNameCannotBeWrittenIsRefusedInWords() {
        Outcome outcome = withoutLocale("r\\303\\266sti.csv", List.of(), "roster", "import");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err().getFirst()).contains("The name rösti.csv cannot be used here").doesNotContain("Exception");
    }
}
