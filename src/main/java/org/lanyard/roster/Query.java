package org.lanyard.roster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.lanyard.scan.Folding;

/**
 * A search text, folded and in words. Titles are left out where there is more than them.
 *
 * @param letters those of the words
 */
record Query(List<String> words, List<char[]> letters) {

    private static final int MOST_WORDS = 12;
    private static final Set<String> TITLES = Set.of("dr", "dr.", "prof", "prof.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.",
            "mx", "mx.", "herr", "frau", "mme", "m.", "sr", "sr.", "sra", "sra.", "don", "doña", "ing", "ing.", "dipl.-ing.",
            "mag", "mag.", "phd", "ph.d.");

    static Query of(String text) {
        List<String> all = Arrays.stream(Folding.fold(text).strip().split("\\s+")).filter(word -> !word.isEmpty())
                .distinct().limit(MOST_WORDS).toList();
        List<String> named = all.stream().filter(word -> !TITLES.contains(word)).toList();
        List<String> words = named.isEmpty() ? all : named;
        return new Query(words, words.stream().map(String::toCharArray).toList());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    char[] longest() {
        return letters.stream().max(Comparator.comparingInt(word -> word.length)).orElseThrow();
    }
}
