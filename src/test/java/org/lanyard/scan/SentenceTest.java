package org.lanyard.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Why something cannot be done is said in every language, and each of these sentences is used. */
class SentenceTest {

    private static final Pattern THROWN = Pattern.compile(
            "(?:new (?:NotPossible|StationFault|Refused)|Sentence\\.of|Trouble\\.of)\\((?:[\\w.]+,\\s*)?\\s*\"([^\"]*)\"");

    private static Properties bundle(String language) {
        Properties sentences = new Properties();
        String file = "sentences" + language + ".properties";
        try (InputStream in = Objects.requireNonNull(Sentence.class.getResourceAsStream(file), file)) {
            sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return sentences;
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).map(SentenceTest::text)
                    .collect(Collectors.joining());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> placeholders(Object sentence) {
        return Pattern.compile("\\{(\\d+)").matcher(sentence.toString()).results().map(hit -> hit.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void whateverIsRefusedHasItsSentence() throws IOException {
        Set<String> thrown = THROWN.matcher(sources()).results().map(hit -> hit.group(1))
                .filter(key -> !key.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
        assertThat(thrown).hasSizeGreaterThan(80);
        assertThat(bundle("").stringPropertyNames()).containsAll(thrown);
    }

    @Test
    void noSentenceIsLeftOver() throws IOException {
        String sources = sources();
        assertThat(bundle("").stringPropertyNames()).allSatisfy(key -> assertThat(sources).contains("\"" + key + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_de", "_fr", "_es", "_ja"})
    void noSentenceStaysEnglish(String language) {
        Properties others = bundle(language);
        bundle("").forEach((key, english) -> assertThat(others.get(key)).as(key.toString()).isNotEqualTo(english));
    }

    /** Where the command line names an option, a window names what it has instead. */
    @Test
    void aWindowNamesNoOptionThatOnlyTheCommandLineHas() {
        Properties english = bundle("");
        bundle("_en").forEach((key, sentence) -> {
            assertThat(english).containsKey(key);
            assertThat(placeholders(sentence)).as(key.toString()).isEqualTo(placeholders(english.get(key)));
        });
        assertThat(Sentence.of("roster.vanishing", 5, 20).in(Locale.ENGLISH)).doesNotContain("--");
        assertThat(Sentence.of("roster.vanishing", 5, 20)).asString().contains("5 of 20", "--force");
    }

    @Test
    void aPartIsSaidInTheSameLanguage() {
        Sentence refused = Sentence.of("picture.refused", "a.png", Sentence.of("picture.folder"));
        assertThat(refused.in(Locale.GERMAN)).isEqualTo("Das Bild a.png kann nicht gelesen werden: es ist ein Ordner.");
        assertThat(refused).hasToString("The picture a.png cannot be read: it is a folder.");
    }

    @Test
    void R5_whatPeopleWroteIsNeverAFormat() {
        String hostile = "{0} '{' %s ''<b>";
        assertThat(Sentence.of("person.code-taken", hostile).in(Locale.FRENCH)).contains(hostile);
    }

    @Test
    void whatAnotherProgramSaidStandsAsItIs() {
        assertThat(Sentence.of("Order {0} isn't paid.").in(Locale.JAPANESE)).isEqualTo("Order {0} isn't paid.");
        assertThat(Sentence.NONE.in(Locale.GERMAN)).isEmpty();
    }

    @Test
    void aLineThatWasKeptSaysTheSame() {
        for (Sentence sentence : new Sentence[] {Sentence.NONE, Sentence.of("server.late"),
                Sentence.of("server.other-prefix", "", "spring 2027")}) {
            assertThat(Sentence.ofLine(sentence.line())).isEqualTo(sentence);
        }
    }
}
