package org.lanyard.roster;

import java.util.List;

/** Whether a word was meant: one letter wrong, missing, too many, or two swapped (Damerau's four slips). */
final class Misspelling {

    private Misspelling() {}

    /** Whether each word is in the text, or is one slip from the beginning of one of its words. */
    static boolean hasAll(String text, List<String> words) {
        for (String word : words) {
            if (!text.contains(word) && !begins(text, word)) {
                return false;
            }
        }
        return true;
    }

    private static boolean begins(String text, String word) {
        boolean inWord = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (!inWord && mayBegin(text, at, c, word) && oneSlip(text, at, word)) {
                return true;
            }
            inWord = Character.isLetterOrDigit(c);
        }
        return false;
    }

    /** One slip leaves the first or the second letter where it was, or one place beside it. */
    private static boolean mayBegin(String text, int at, char first, String word) {
        char one = word.charAt(0);
        char two = word.length() > 1 ? word.charAt(1) : one;
        if (first == one || first == two) {
            return true;
        }
        char second = at + 1 < text.length() ? text.charAt(at + 1) : 0;
        return second == one || second == two;
    }

    /** Whether the text at this place begins with the word, but for one slip. */
    static boolean oneSlip(String text, int from, String word) {
        int same = 0;
        while (same < word.length() && from + same < text.length() && text.charAt(from + same) == word.charAt(same)) {
            same++;
        }
        int left = word.length() - same - 1;
        if (left < 0) {
            return true;
        }
        int at = from + same;
        return at < text.length() && text.regionMatches(at + 1, word, same + 1, left)
                || text.regionMatches(at, word, same + 1, left)
                || text.regionMatches(at + 1, word, same, left + 1)
                || swapped(text, at, word, same);
    }

    private static boolean swapped(String text, int at, String word, int same) {
        return same + 1 < word.length() && at + 1 < text.length() && text.charAt(at) == word.charAt(same + 1)
                && text.charAt(at + 1) == word.charAt(same)
                && text.regionMatches(at + 2, word, same + 2, word.length() - same - 2);
    }
}
