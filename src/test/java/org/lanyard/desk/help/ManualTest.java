package org.lanyard.desk.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lanyard.desk.Words;
import org.lanyard.scan.Verdict;

/** The manual's pages: all there, linked to each other, and complete. */
class ManualTest {

    private static final Path MANUAL = Path.of("src/docs/manual");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+\\.md)(#[^)]*)?\\)");

    @ParameterizedTest
    @EnumSource(Page.class)
    void everyPageThatAScreenOpensIsThere(Page page) {
        assertThat(MANUAL.resolve(page.file())).isRegularFile();
    }

    @Test
    void everyLinkLeadsToAPage() throws IOException {
        try (Stream<Path> pages = Files.list(MANUAL)) {
            for (Path page : pages.filter(each -> each.toString().endsWith(".md")).toList()) {
                List<String> links = LINK.matcher(Files.readString(page)).results().map(found -> found.group(1)).toList();
                assertThat(links).as(page.toString()).allSatisfy(link -> assertThat(MANUAL.resolve(link)).exists());
            }
        }
    }

    @Test
    void theHelpDeskFindsEveryVerdict() throws IOException {
        String page = Files.readString(MANUAL.resolve("helpdesk.md"));
        List<String> explained = Pattern.compile("(?m)^\\| \\*\\*[^|]*\\*\\* `([a-z_]+)` \\|").matcher(page).results()
                .map((MatchResult row) -> row.group(1)).toList();
        assertThat(explained).doesNotHaveDuplicates().containsAll(Arrays.stream(Verdict.class.getPermittedSubclasses())
                .map(verdict -> verdict.getSimpleName().replaceAll("(?<!^)([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .toList());
    }

    @Test
    void volunteersReadTheirPageInEveryLanguage() {
        assertThat(Words.LANGUAGES).filteredOn(language -> !language.equals(Locale.ENGLISH)).allSatisfy(
                language -> assertThat(MANUAL.resolve("volunteers_" + language.getLanguage() + ".md")).isRegularFile());
    }
}
