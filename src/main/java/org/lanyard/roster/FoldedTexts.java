package org.lanyard.roster;

import java.util.BitSet;
import java.util.List;

/** Texts one after the other in one array, each on lines of its own, the name first: a tenth of what strings take. */
final class FoldedTexts {

    static final int SHORTEST_FORM = 3;

    private final char[] letters;
    private final int[] begins;
    // Where words begin: found once, and asked for hundreds of thousands of texts at each letter typed.
    private final BitSet wordBegins;

    FoldedTexts(List<String> texts) {
        int length = texts.stream().mapToInt(text -> text.length() + 1).sum();
        letters = new char[length + 2];
        begins = new int[texts.size() + 1];
        int at = 0;
        for (int i = 0; i < texts.size(); i++) {
            begins[i] = at;
            texts.get(i).getChars(0, texts.get(i).length(), letters, at);
            at += texts.get(i).length() + 1;
        }
        begins[texts.size()] = at;
        wordBegins = new BitSet(at);
        for (int i = 0; i < at; i++) {
            if (wordLetter(i) && (i == 0 || !wordLetter(i - 1))) {
                wordBegins.set(i);
            }
        }
    }

    private boolean wordLetter(int at) {
        return Character.isLetterOrDigit(letters[at]);
    }

    int size() {
        return begins.length - 1;
    }

    String get(int text) {
        return new String(letters, begins[text], begins[text + 1] - 1 - begins[text]);
    }

    int begin(int text) {
        return begins[text];
    }

    int end(int text) {
        return begins[text + 1] - 1;
    }

    char letter(int at) {
        return letters[at];
    }

    int nameEnd(int text) {
        return indexOf('\n', begins[text], end(text));
    }

    private int indexOf(char letter, int from, int to) {
        int at = from;
        while (at < to && letters[at] != letter) {
            at++;
        }
        return at;
    }

    int find(char[] word, int from, int to) {
        char first = word[0];
        for (int at = from; at <= to - word.length; at++) {
            if (letters[at] == first && equal(at, word)) {
                return at;
            }
        }
        return -1;
    }

    private boolean equal(int at, char[] word) {
        for (int i = 1; i < word.length; i++) {
            if (letters[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    boolean has(int text, char[] word) {
        return find(word, begins[text], end(text)) >= 0;
    }

    boolean wordBegins(int at) {
        return wordBegins.get(at);
    }

    /** True if a word of the text begins like this one but for one slip, or is a shorter form of it ("Zach", "Zachary"). */
    boolean hasNearly(int text, char[] word) {
        int end = end(text);
        for (int at = wordBegins.nextSetBit(begins[text]); at >= 0 && at < end; at = wordBegins.nextSetBit(at + 1)) {
            int same = same(at, word);
            if (oneSlip(at + same, word, same) || shorterForm(at + same, word, same)) {
                return true;
            }
        }
        return false;
    }

    private boolean shorterForm(int at, char[] word, int same) {
        return same >= SHORTEST_FORM && same < word.length && !wordLetter(at);
    }

    private int same(int at, char[] word) {
        int same = 0;
        while (same < word.length && at + same < letters.length && letters[at + same] == word[same]) {
            same++;
        }
        return same;
    }

    // One letter wrong, missing, too many, or two swapped (Damerau's four slips).
    private boolean oneSlip(int at, char[] word, int same) {
        return same >= word.length - 1 || rest(at + 1, word, same + 1) || rest(at, word, same + 1)
                || rest(at + 1, word, same)
                || at + 1 < letters.length && letters[at] == word[same + 1] && letters[at + 1] == word[same]
                        && rest(at + 2, word, same + 2);
    }

    private boolean rest(int at, char[] word, int from) {
        if (at + word.length - from > letters.length) {
            return false;
        }
        for (int i = from; i < word.length; i++) {
            if (letters[at + i - from] != word[i]) {
                return false;
            }
        }
        return true;
    }
}
