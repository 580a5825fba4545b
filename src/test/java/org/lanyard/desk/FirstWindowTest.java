package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.LanyardProcess;

/** Case 51: a window that cannot be built ends the program with words. */
class FirstWindowTest {

    @TempDir Path folder;

    @Test
    void aFailureWhileItIsBuiltEndsWithWordsAndExitCode1() throws IOException {
        Path broken = Files.createDirectories(folder.resolve("classes/org/lanyard/desk/scan"));
        Files.writeString(broken.resolve("scan.fxml"), "<Nothing/>");
        List<String> command = new ArrayList<>(LanyardProcess.command(folder.resolve("data"), "--station", "Desk"));
        int path = command.indexOf("-classpath") + 1;
        command.set(path, folder.resolve("classes") + File.pathSeparator + command.get(path));
        command.addAll(1, List.of("--module-path=" + System.getProperty("jdk.module.path"),
                "--add-modules=javafx.controls,javafx.fxml,javafx.swing", "-Dglass.platform=Headless", "-Dprism.order=sw"));
        LanyardProcess.Outcome outcome = LanyardProcess.run(command, List.of());
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(String.join("\n", outcome.err())).contains("The window could not be opened.")
                .doesNotContain("Exception", "\tat ");
    }
}
