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
        for (int at = 0; at < text.length(); at++) {
            boolean start = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            if (start && oneSlip(text, at, word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the text at this place begins with the word, but for one slip. */
    static boolean oneSlip(String text, int from, String word) {
        int same = 0;
        while (same < word.length() && from + same < text.length() && text.charAt(from + same) == word.charAt(same)) {
            same++;
        }
        if (same == word.length()) {
            return true;
        }
        int at = from + same;
        return text.startsWith(word.substring(same + 1), at + 1) && at < text.length()
                || text.startsWith(word.substring(same + 1), at)
                || text.startsWith(word.substring(same), at + 1)
                || swapped(text, at, word, same);
    }

    private static boolean swapped(String text, int at, String word, int same) {
        return same + 1 < word.length() && at + 1 < text.length() && text.charAt(at) == word.charAt(same + 1)
                && text.charAt(at + 1) == word.charAt(same) && text.startsWith(word.substring(same + 2), at + 2);
    }
}
