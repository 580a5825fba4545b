package org.lanyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.OwnStreams;
import tools.jackson.databind.JsonNode;

/**
 * A data folder as the release with scripts 001 to 006 left it: two people in, one of them with a voided second check-in, two of
 * three lunches handed out, one admission, an acknowledged note, two refusals. A later release adds a folder of its own.
 */
@OwnStreams
class ReleasedFolderTest {

    private static final String LAST = "folder-006.zip";

    @TempDir Path folder;
    private Script script;

    @BeforeEach
    void unpack() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        try (InputStream packed = Objects.requireNonNull(ReleasedFolderTest.class.getResourceAsStream(LAST));
                ZipInputStream zip = new ZipInputStream(packed)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = data.resolve(entry.getName());
                Files.createDirectories(entry.isDirectory() ? file : file.getParent());
                if (!entry.isDirectory()) {
                    Files.write(file, zip.readAllBytes());
                }
            }
        }
        script = new Script(data);
    }

    @Test
    void itsRecordsAreThereAndSound() {
        JsonNode stats = script.run("stats", "--json").exits(0).json();
        assertThat(stats.get("checked_in").intValue()).isEqualTo(2);
        assertThat(stats.get("items").toString()).contains("\"item\":\"lunch\",\"redeemed\":2,\"purchased\":3");
        assertThat(stats.get("doors").toString()).contains("\"admitted\":1,\"capacity\":50");
        assertThat(script.run("export", "check-ins", "--no-bom").exits(0).out()).contains("came early", "scanned twice");
        script.run("verify").exits(0);
    }

    @Test
    void itsPeopleGoOn() {
        var again =
                script.piped("ADA00001\nCYD00003\nBOB00002\n", "scan", "--check-in", "--station", "Desk 1").exits(0).lines();
        assertThat(again.getFirst().get("message").stringValue()).startsWith("Back again. Last in at");
        assertThat(again.get(1).get("verdict").stringValue()).as("the note was acknowledged").isEqualTo("re_entry");
        assertThat(again.get(2).get("verdict").stringValue()).isEqualTo("order_not_active");
        var lunch = script.piped("ADA00001\nCYD00003\n", "scan", "--redeem", "lunch", "--station", "Lunch").exits(0).lines();
        assertThat(lunch).extracting(answer -> answer.get("verdict").stringValue()).containsExactly("fully_redeemed",
                "redeemed");
    }
}
