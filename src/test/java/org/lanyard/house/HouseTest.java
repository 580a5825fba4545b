package org.lanyard.house;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Limits that keep the sources readable. Numbers of known offenders may only become smaller. */
@Execution(ExecutionMode.CONCURRENT)
class HouseTest {

    private static final List<SourceFile> MAIN = Sources.main(Path.of(""));
    private static final List<SourceFile> TESTS = Sources.below(Path.of("src/test/java"));

    /**
     * Files that may catch whatever fails, and in how many places: the writer's work and its commit, threads of their own,
     * the first window, the program's start, and the doors to libraries that throw what they do not announce.
     */
    private static final Map<String, Integer> EDGES = Map.ofEntries(entry("Job", 1), entry("Writer", 1), entry("Ledger", 1),
            entry("LiveReader", 1), entry("Pictures", 1), entry("Desk", 1), entry("Toolkit", 1), entry("Lanyard", 1),
            entry("Cameras", 1), entry("DeviceCamera", 2), entry("PictureFile", 1), entry("SymbolCandidate", 1),
            entry("OtherSymbologies", 1), entry("LinearCodes", 1), entry("XlsxFile", 1), entry("Passwords", 2),
            entry("PrivateFile", 1),
            entry("BadgeDrawing", 1), entry("PrintWorker", 1));

    private static final int MOST_NULLS_PER_THOUSAND_LINES = 12;

    /** Names that say nothing to somebody who reads them for the first time; see CONTRIBUTING. */
    private static final Set<String> METAPHORS = Set.of("Aside", "Wish", "Saying", "satOut", "Tall", "Rib", "Bend", "Rings",
            "Turns", "decided", "answered", "broughtBack", "epoch");

    @Test
    void noJavadocOpensWithAQuestionWord() {
        assertAtMost(Map.of(), source -> (int) source.javadocs().stream()
                .filter(text -> Figures.BANNED_OPENING.matcher(text).matches()).count());
    }

    @Test
    void noConditionalExpressionStandsInAnother() {
        assertAtMost(Map.of(), SourceFile::nestedTernaries);
    }

    @Test
    void everyFailureIsCaughtOnlyAtTheEdges() {
        Map<String, Integer> found = new TreeMap<>();
        MAIN.forEach(source -> found.merge(source.path().replaceAll(".*/|[.]java", ""), source.blanketCatches(),
                Integer::sum));
        found.values().removeIf(count -> count == 0);
        assertThat(found).isEqualTo(new TreeMap<>(EDGES));
    }

    private static void assertAtMost(Map<String, Integer> known, ToIntFunction<SourceFile> count) {
        Map<String, Integer> found = new TreeMap<>();
        MAIN.forEach(source -> found.merge(source.packageName(), count.applyAsInt(source), Integer::sum));
        found.entrySet().removeIf(each -> each.getValue() <= known.getOrDefault(each.getKey(), 0));
        assertThat(found).as("more than the known number, by package").isEmpty();
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> marked = MAIN.stream().filter(source -> source.path().endsWith("/package-info.java"))
                .filter(source -> source.text().contains("@NullMarked")).map(SourceFile::packageName)
                .collect(Collectors.toSet());
        assertThat(MAIN.stream().map(SourceFile::packageName).distinct()).allMatch(marked::contains);
    }

    @Test
    void nullsAreRare() {
        int nulls = MAIN.stream().mapToInt(SourceFile::nulls).sum();
        int lines = MAIN.stream().mapToInt(SourceFile::lines).sum();
        assertThat(nulls * 1000 / lines).as("nulls per 1,000 lines").isLessThanOrEqualTo(MOST_NULLS_PER_THOUSAND_LINES);
    }

    @Test
    void methodsAreShort() {
        List<SourceFile.Method> methods = all().flatMap(source -> source.methods().stream()).toList();
        assertThat(methods).filteredOn(method -> method.lines() > 60).as("methods over 60 lines").isEmpty();
        List<SourceFile.Method> main = MAIN.stream().flatMap(source -> source.methods().stream()).toList();
        long small = main.stream().filter(method -> method.lines() <= 20).count();
        assertThat(small * 100 / main.size()).as("percent of methods with at most 20 lines").isGreaterThanOrEqualTo(95);
    }

    @Test
    void filesAreShort() {
        assertThat(all()).filteredOn(source -> source.lines() > 400).extracting(SourceFile::path)
                .as("files over 400 lines").isEmpty();
    }

    private static Stream<SourceFile> all() {
        return Stream.concat(MAIN.stream(), TESTS.stream());
    }

    @Test
    void namesAreNoMetaphors() {
        Set<String> found = MAIN.stream()
                .flatMap(source -> source.declaredNames().stream().filter(METAPHORS::contains)
                        .map(name -> source.packageName() + " " + name))
                .collect(Collectors.toSet());
        assertThat(found).isEmpty();
    }
}
