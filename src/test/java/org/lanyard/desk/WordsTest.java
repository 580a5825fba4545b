package org.lanyard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lanyard.badge.job.BadgeSettings;
import org.lanyard.badge.job.PrintQuestion;
import org.lanyard.desk.setup.SetupPage;
import org.lanyard.desk.shell.Screen;
import org.lanyard.desk.wand.End;
import org.lanyard.journal.RecordKind;
import org.lanyard.roster.format.Field;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Role;
import org.lanyard.scan.Verdict;

/** Every sentence is there, in every language, and says the same of the same. */
class WordsTest {

    private static final Path MAIN = Path.of("src/main");
    private static final Pattern SAID = Pattern.compile("say\\(\\s*\"([a-z][\\w.-]*[\\w])\"");
    private static final Pattern CHOSEN = Pattern.compile("\"([a-z]+(?:[.-][a-z-]+)+)\"");
    private static final Pattern BUILT = Pattern.compile("\"([a-z]+(?:\\.[a-z]+)*\\.)\"\\s*\\+");
    private static final Pattern IN_FXML = Pattern.compile("\"%([\\w.-]+)\"");

    static Stream<String> bundles() {
        return Stream.of("desk/desk", "scan/verdicts", "scan/sentences");
    }

    private static Properties bundle(String name, Locale locale) {
        String file = "/org/lanyard/" + name + (locale.equals(Locale.ENGLISH) ? "" : "_" + locale.getLanguage())
                + ".properties";
        Properties words = new Properties();
        try (InputStream in = Objects.requireNonNull(WordsTest.class.getResourceAsStream(file), file)) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words;
    }

    private static Set<String> placeholders(String sentence) {
        return Pattern.compile("\\{(\\d+)").matcher(sentence).results().map(hit -> hit.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> sources(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().contains("desk") && file.toString().endsWith(ending)).toList()
                    .stream().map(file -> {
                        try {
                            return Files.readString(file);
                        } catch (IOException unreadable) {
                            throw new UncheckedIOException(unreadable);
                        }
                    });
        }
    }

    private static Set<String> found(Pattern pattern, String ending) throws IOException {
        return sources(ending).flatMap(text -> pattern.matcher(text).results().map(hit -> hit.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyLanguageHasTheSameKeysWithTheSamePlaceholders(String name) {
        Properties english = bundle(name, Locale.ENGLISH);
        for (Locale language : Words.LANGUAGES) {
            Properties words = bundle(name, language);
            assertThat(words.stringPropertyNames()).as(language.toString())
                    .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
            for (String key : english.stringPropertyNames()) {
                assertThat(words.getProperty(key)).as(key + " in " + language).isNotBlank();
                assertThat(placeholders(words.getProperty(key))).as(key + " in " + language)
                        .isEqualTo(placeholders(english.getProperty(key)));
            }
        }
    }

    /** In a pattern a lone apostrophe swallows what follows it, the placeholders too. */
    @ParameterizedTest
    @MethodSource("bundles")
    void noSentenceWithAPlaceholderHasALoneApostrophe(String name) {
        for (Locale language : Words.LANGUAGES) {
            bundle(name, language).forEach((key, sentence) -> {
                if (sentence.toString().contains("{")) {
                    assertThat(sentence.toString().replace("''", "")).as(key + " in " + language).doesNotContain("'");
                }
            });
        }
    }

    @Test
    void everyKeyThatAScreenNamesIsThere() throws IOException {
        assertThat(bundle("desk/desk", Locale.ENGLISH).stringPropertyNames()).containsAll(found(IN_FXML, ".fxml"));
    }

    @Test
    void everyKeyThatTheCodeSaysIsThere() throws IOException {
        assertThat(bundle("desk/desk", Locale.ENGLISH).stringPropertyNames()).containsAll(found(SAID, ".java"));
    }

    private static Stream<String> built() {
        return Stream.of(Arrays.stream(Screen.values()).map(screen -> "rail." + screen.id()),
                Arrays.stream(SetupPage.values()).map(page -> "setup." + page.id()),
                Arrays.stream(RecordKind.values()).map(kind -> "kind." + kind),
                Arrays.stream(End.values()).map(end -> "wand.end." + end),
                Arrays.stream(Verdict.Kind.values()).filter(kind -> kind != Verdict.Kind.AGAIN)
                        .map(kind -> "sound." + kind),
                Arrays.stream(Role.values()).map(role -> "role." + role.word()),
                Arrays.stream(Conference.RedeemPer.values()).map(per -> "per." + per.word()),
                Arrays.stream(Field.values()).map(field -> "field." + field),
                Stream.of("MIDDLE", "TWO").map(hint -> "camera.aim." + hint),
                Stream.of("handed-out-twice", "counted-twice", "undecided", "in-doubt", "refused", "undeliverable")
                        .map(group -> "upstream.group." + group),
                Arrays.stream(Verdict.Member.State.values()).map(state -> "scan.group." + state.word()),
                Stream.of("added", "field", "ticket", "item_added", "item_removed", "moved", "merged", "order_status",
                        "attention", "paid", "carried", "carry_undone", "blocked", "unblocked", "code_blocked",
                        "code_unblocked", "code_linked", "code_replaced").map(what -> "correction." + what),
                Arrays.stream(BadgeSettings.When.values()).map(when -> "badges.when." + when),
                Arrays.stream(PrintQuestion.Ask.values()).map(kind -> "badge.ask." + kind),
                Stream.of("BUSY", "GONE", "FROZEN").map(state -> "camera.state." + state),
                Stream.of("pending", "sent", "confirmed", "refused", "in_doubt", "undecided", "undeliverable")
                        .map(state -> "delivery." + state))
                .flatMap(keys -> keys);
    }

    @Test
    void everyKeyThatTheCodePutsTogetherIsThere() throws IOException {
        assertThat(found(BUILT, ".java")).as("beginnings of keys: a new one belongs in this test")
                .isSubsetOf("rail.", "setup.", "kind.", "wand.end.", "sound.", "role.", "per.", "delivery.",
                        "camera.state.",
                        "camera.aim.", "field.", "upstream.group.", "scan.group.", "correction.", "badges.when.",
                        "badge.ask.");
        assertThat(bundle("desk/desk", Locale.ENGLISH).stringPropertyNames()).containsAll(built().toList());
    }

    @Test
    void noSentenceIsLeftOver() throws IOException {
        Set<String> used = new TreeSet<>(found(IN_FXML, ".fxml"));
        used.addAll(found(SAID, ".java"));
        used.addAll(found(CHOSEN, ".java"));
        used.addAll(built().toList());
        assertThat(used).containsAll(bundle("desk/desk", Locale.ENGLISH).stringPropertyNames());
    }

    @Test
    void whereNoSuchLanguageIsShippedItIsEnglish() {
        assertThat(new Words(Locale.of("nl")).say("rail.scan")).isEqualTo("Scan");
        assertThat(new Words(Locale.GERMANY).say("rail.setup")).isNotEqualTo("Setup");
    }

    @Test
    void theMatcherOfKeysFindsKeys() {
        Matcher said = SAID.matcher("words.say(\"scan.idle.in\", today)");
        assertThat(said.find() ? said.group(1) : "").isEqualTo("scan.idle.in");
    }
}
