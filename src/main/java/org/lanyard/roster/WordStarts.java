package org.lanyard.roster;

import java.util.Arrays;
import java.util.BitSet;

/** Where words begin, by two of their first three letters: whichever two a slip of the finger leaves. */
final class WordStarts {

    private final Pairs first = new Pairs();
    private final Pairs second = new Pairs();
    private final Pairs apart = new Pairs();
    /** All texts, one after the other: a hundred thousand strings would be as many misses of the cache. */
    private final char[] letters;
    private final int[] begins;

    WordStarts(String[] texts) {
        int length = 2;
        for (String text : texts) {
            length += text.length() + 1;
        }
        letters = new char[length];
        begins = new int[texts.length];
        int at = 0;
        for (int person = 0; person < texts.length; person++) {
            begins[person] = at;
            texts[person].getChars(0, texts[person].length(), letters, at);
            at += texts[person].length() + 1;
        }
        for (int i = 0; i + 2 < at; i++) {
            if (Character.isLetterOrDigit(letters[i]) && (i == 0 || !Character.isLetterOrDigit(letters[i - 1]))) {
                first.add(letters[i], letters[i + 1], i);
                second.add(letters[i + 1], letters[i + 2], i);
                apart.add(letters[i], letters[i + 2], i);
            }
        }
    }

    /** Everybody with a word that begins like this one, of at least four letters, but for one slip, and a few others. */
    BitSet misspelt(String word) {
        BitSet people = new BitSet(begins.length);
        char[] w = word.toCharArray();
        add(first, w[0], w[1], w, people);     // the slip is further on
        add(first, w[1], w[2], w, people);     // the first letter is too many
        add(first, w[0], w[2], w, people);     // the second is too many, or swapped with the third
        add(first, w[1], w[0], w, people);     // the first two are swapped
        add(second, w[1], w[2], w, people);    // the first is wrong
        add(second, w[0], w[1], w, people);    // the first is missing
        add(apart, w[0], w[2], w, people);     // the second is wrong
        add(apart, w[0], w[1], w, people);     // the second is missing
        return people;
    }

    private void add(Pairs pairs, char one, char two, char[] word, BitSet people) {
        Pairs.Numbers places = pairs.of(one, two);
        for (int i = 0; i < places.size; i++) {
            if (oneSlip(places.all[i], word)) {
                int person = Arrays.binarySearch(begins, places.all[i]);
                people.set(person < 0 ? -person - 2 : person);
            }
        }
    }

    private boolean oneSlip(int from, char[] word) {
        int same = 0;
        while (same < word.length && from + same < letters.length && letters[from + same] == word[same]) {
            same++;
        }
        int at = from + same;
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
