package org.lanyard.roster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** For every pair of letters the numbers who have it, in ascending order. */
final class Pairs {

    private static final Numbers NONE = new Numbers();
    private static final int ASCII = 128;

    /** Nearly all pairs are ASCII once folded; a table finds them many times faster than a map. */
    private final Numbers[] ascii = new Numbers[ASCII * ASCII];
    private final Map<Integer, Numbers> others = new HashMap<>();

    void add(char one, char two, int number) {
        numbers(one, two).add(number);
    }

    private Numbers numbers(char one, char two) {
        if (one >= ASCII || two >= ASCII) {
            return others.computeIfAbsent(one << 16 | two, _ -> new Numbers());
        }
        int at = one * ASCII + two;
        Numbers numbers = ascii[at];
        if (numbers == null) {
            numbers = new Numbers();
            ascii[at] = numbers;
        }
        return numbers;
    }

    Numbers of(char one, char two) {
        Numbers numbers = one < ASCII && two < ASCII ? ascii[one * ASCII + two] : others.get(one << 16 | two);
        return numbers == null ? NONE : numbers;
    }

    /** Ascending, each once. */
    static final class Numbers {

        int[] all = new int[4];
        int size;

        private void add(int number) {
            if (size > 0 && all[size - 1] == number) {
                return;
            }
            if (size == all.length) {
                all = Arrays.copyOf(all, size * 2);
            }
            all[size++] = number;
        }
    }
}
