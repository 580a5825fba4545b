package org.lanyard.desk.search;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanyard.roster.Person;
import org.lanyard.scan.Folding;

final class MostWords {

    // Search drops words only where there are at least so many.
    private static final int FEWEST_WORDS = 3;

    private MostWords() {}

    /**
     * True where the person has some of the words as they stand, and lacks one even with a typo. Names in other scripts,
     * which are found by their transliteration, have none as they stand.
     */
    static boolean lacksOne(Person person, String query) {
        List<String> words = Arrays.stream(Folding.fold(query.strip()).split("\\s+")).toList();
        String text = Folding.fold(text(person));
        List<String> missing = words.stream().filter(word -> !text.contains(word)).toList();
        return words.size() >= FEWEST_WORDS && missing.size() < words.size()
                && missing.stream().anyMatch(word -> Arrays.stream(text.split("[^\\p{L}\\p{N}]+"))
                        .noneMatch(other -> isNear(word, other)));
    }

    private static String text(Person person) {
        return Stream.concat(Stream.of(person.name(), person.email(), person.company(), person.accessCode()),
                person.orders().stream().map(Person.Order::reference)).collect(Collectors.joining(" "));
    }

    // One letter more, less or different, or two in the wrong order; or the word goes on where the other ends.
    private static boolean isNear(String word, String other) {
        if (other.length() >= 3 && word.startsWith(other)) {
            return true;
        }
        int same = 0;
        while (same < Math.min(word.length(), other.length()) && word.charAt(same) == other.charAt(same)) {
            same++;
        }
        String rest = word.substring(same);
        String otherRest = other.substring(same);
        return tail(rest, 1).equals(tail(otherRest, 1)) || rest.equals(tail(otherRest, 1))
                || tail(rest, 1).equals(otherRest) || tail(rest, 2).equals(tail(otherRest, 2)) && rest.length() > 1;
    }

    private static String tail(String text, int from) {
        return text.substring(Math.min(from, text.length()));
    }
}
