package org.lanyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.OwnStreams;

/** The log and the exports are their owner's alone, and the log keeps nothing about attendees (case 62). */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "POSIX permissions and links")
@OwnStreams
class LogTest {

    @TempDir Path folder;
    private Script script;

    @BeforeEach
    void importARoster() {
        script = Script.withRoster(folder);
    }

    private Path log() {
        return folder.resolve("data/lanyard.log");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void onlyTheOwnerReadsTheLog() throws IOException {
        Files.writeString(log(), "from before\n");
        Files.setPosixFilePermissions(log(), PosixFilePermissions.fromString("rw-r--r--"));
        script.run("roster", "show", "NOPE").exits(1);
        assertThat(permissions(log())).isEqualTo("rw-------");
        assertThat(log()).content().startsWith("from before\n").contains("refused");
    }

    @Test
    void theLogIsNotWrittenThroughALink() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious"), "keep me");
        Files.deleteIfExists(log());
        Files.createSymbolicLink(log(), precious);
        script.run("roster", "show", "NOPE").exits(1);
        assertThat(precious).hasContent("keep me");
    }

    @Test
    void anExpectedRefusalLeavesNeitherACodeNorAStackTraceInTheLog() {
        script.run("roster", "show", "SECRET99").exits(1);
        assertThat(log()).content().contains("refused: person.no-code").doesNotContain("SECRET99", "\tat ");
    }

    @Test
    void anExportIsItsOwnersAlone() throws IOException {
        for (String what : new String[] {"check-ins", "attendees", "refusals"}) {
            Path file = folder.resolve(what + ".csv");
            script.run("export", what, "-o", file.toString()).exits(0);
            assertThat(permissions(file)).as(what).isEqualTo("rw-------");
        }
    }
}
