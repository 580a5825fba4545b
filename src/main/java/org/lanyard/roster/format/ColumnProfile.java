package org.lanyard.roster.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lanyard.roster.format.table.Row;

final class ColumnProfile {

    private static final int MOST_WORDS = 200;
    private static final int SAMPLES = 3;
    private static final int FEW_DIGITS = 999;

    private final Map<String, Word> seen = new LinkedHashMap<>();
    private final int[] counts = new int[CellKind.values().length];
    private DistinctTexts distinct = new DistinctTexts();
    private int different;
    private final Map<String, Integer> words = new LinkedHashMap<>();
    private final List<String> samples = new ArrayList<>();
    int rows;
    int filled;
    int spaced;
    int withLetter;
    int withDigit;
    int at;
    int money;
    int dates;
    int yesOrNo;
    int statuses;
    int ruined;
    int tooLong;
    private int least = Integer.MAX_VALUE;
    private int greatest;

    /** A word of the column, how often it stands there, and what it looks like. */
    private static final class Word {

        private final List<CellKind> kinds;
        private int count;

        Word(String text) {
            this.kinds = List.copyOf(CellKind.of(text));
        }
    }

    static List<ColumnProfile> of(Table table) {
        List<ColumnProfile> profiles = new ArrayList<>();
        table.columns().forEach(_ -> profiles.add(new ColumnProfile()));
        for (Row row : table.rows()) {
            List<String> cells = row.cells();
            for (int i = 0; i < profiles.size(); i++) {
                profiles.get(i).add(i < cells.size() ? cells.get(i).strip() : "");
            }
        }
        profiles.forEach(ColumnProfile::end);
        return profiles;
    }

    private void add(String cell) {
        rows++;
        if (cell.isEmpty()) {
            return;
        }
        filled++;
        Word word = seen.get(cell);
        if (word == null) {
            word = meet(cell);
        }
        word.count++;
        word.kinds.forEach(kind -> counts[kind.ordinal()]++);
    }

    // The first words are looked at once each, since most columns have few.
    private Word meet(String cell) {
        if (distinct.add(cell) && samples.size() < SAMPLES) {
            samples.add(cell);
        }
        Word word = new Word(cell);
        if (word.kinds.contains(CellKind.SMALL_NUMBER)) {
            least = Math.min(least, Integer.parseInt(cell));
            greatest = Math.max(greatest, Integer.parseInt(cell));
        }
        if (seen.size() < MOST_WORDS) {
            seen.put(cell, word);
        }
        return word;
    }

    // What is kept as long as the file is open needs little memory.
    private void end() {
        seen.forEach((text, word) -> words.put(text, word.count));
        seen.clear();
        different = distinct.count();
        distinct = new DistinctTexts();
        spaced = count(CellKind.SPACED);
        withLetter = count(CellKind.WITH_LETTER);
        withDigit = count(CellKind.WITH_DIGIT);
        at = count(CellKind.AT);
        money = count(CellKind.MONEY);
        dates = count(CellKind.DATE);
        yesOrNo = count(CellKind.YES_OR_NO);
        statuses = count(CellKind.STATUS);
        ruined = count(CellKind.RUINED);
        tooLong = count(CellKind.TOO_LONG);
    }

    private int count(CellKind kind) {
        return counts[kind.ordinal()];
    }

    int distinct() {
        return different;
    }

    /** Different values with their number of rows, the first ones where there are many. */
    Map<String, Integer> words() {
        return words;
    }

    /** True for the numbers that a list counts its rows by, which nobody prints as a code. */
    boolean countsRows() {
        return filled > 0 && count(CellKind.SMALL_NUMBER) == filled
                && (greatest <= FEW_DIGITS || least <= 1 && greatest - least < 2 * filled);
    }

    List<String> samples() {
        return samples;
    }

    boolean mostly(int count, int percent) {
        return filled > 0 && count * 100L >= (long) filled * percent;
    }
}
