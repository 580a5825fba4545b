package org.lanyard.desk.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever reads why something failed finds in the manual what to do. */
class TopicTest {

    private static final Pattern FAILURE =
            Pattern.compile("new (?:NotPossible|StationFault)\\((?:\\w+,\\s*)?\"([a-z.-]+)\"");
    /** Said on the command line only, where the sentence itself says what to do. */
    private static final Set<String> OF_THE_TERMINAL = Set.of("terminal.input", "terminal.no-password", "terminal.output",
            "terminal.password");

    @Test
    void theManualSaysWhatToDoAboutEachFailure() throws IOException {
        Set<String> unexplained = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                FAILURE.matcher(Files.readString(file)).results().map(found -> found.group(1))
                        .filter(key -> Topic.of(key).isEmpty()).forEach(unexplained::add);
            }
        }
        assertThat(unexplained).isEqualTo(new TreeSet<>(OF_THE_TERMINAL));
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void itsHeadingStandsOnItsPage(Topic topic) throws IOException {
        assertThat(Path.of("src/docs/manual", topic.page().file())).content()
                .contains("\n## " + topic.heading() + "\n");
    }

    @Test
    void theLongestBeginningCounts() {
        assertThat(Topic.of("badge.template.no-svg")).contains(Topic.TEMPLATE);
        assertThat(Topic.of("badge.printed-before")).contains(Topic.PRINTER);
        assertThat(Topic.of("paper.letters")).isEmpty();
    }
}
