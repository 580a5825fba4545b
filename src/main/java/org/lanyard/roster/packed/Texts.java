package org.lanyard.roster.packed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts that many values have alike, each kept once and called by its number from 1; 0 where there is no room for more. */
public final class Texts {

    private static final int MOST = 20_000;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    int number(String text) {
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        if (texts.size() == MOST) {
            return 0;
        }
        texts.add(text);
        numbers.put(text, texts.size());
        return texts.size();
    }

    String text(int number) {
        return texts.get(number - 1);
    }
}
