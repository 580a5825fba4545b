package org.lanyard.roster.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.lanyard.roster.format.table.Row;

final class ColumnProfile {

    private static final int MOST_WORDS = 200;
    private static final int SAMPLES = 3;
    private static final int FEW_DIGITS = 999;
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)*");
    private static final Pattern SMALL = Pattern.compile("0|[1-9][0-9]{0,5}");
    private static final Pattern MONEY = Pattern.compile("(?iu)[\\p{Sc}]?\\s*[0-9][0-9.,' ]*\\s*([\\p{Sc}]|[a-z]{3})?"
            + "|[a-z]{3}\\s*[0-9][0-9.,]*");
    private static final Pattern DATE = Pattern.compile("[0-9]{1,4}[-/. ][0-9]{1,2}[-/. ][0-9]{1,4}([T ,].*)?");

    private final DistinctTexts distinct = new DistinctTexts();
    private final Map<String, Integer> words = new LinkedHashMap<>();
    private final List<String> samples = new ArrayList<>();
    int rows;
    int filled;
    int spaced;
    int withLetter;
    int withDigit;
    int at;
    int numbers;
    int money;
    int dates;
    int yesOrNo;
    int statuses;
    int ruined;
    int tooLong;
    int small;
    int least = Integer.MAX_VALUE;
    int greatest;

    static List<ColumnProfile> of(Table table) {
        List<ColumnProfile> profiles = new ArrayList<>();
        table.columns().forEach(_ -> profiles.add(new ColumnProfile()));
        for (Row row : table.rows()) {
            for (int i = 0; i < profiles.size(); i++) {
                profiles.get(i).add(row.cell(i).strip());
            }
        }
        return profiles;
    }

    private void add(String cell) {
        rows++;
        if (cell.isEmpty()) {
            return;
        }
        filled++;
        if (distinct.add(cell) && samples.size() < SAMPLES) {
            samples.add(cell);
        }
        if (words.size() < MOST_WORDS || words.containsKey(cell)) {
            words.merge(cell, 1, Integer::sum);
        }
        characters(cell);
        numbers += NUMBER.matcher(cell).matches() ? 1 : 0;
        ruined += RuinedNumber.isRuined(cell) ? 1 : 0;
        tooLong += cell.length() > CodeColumn.LONGEST ? 1 : 0;
        if (SMALL.matcher(cell).matches()) {
            small++;
            least = Math.min(least, Integer.parseInt(cell));
            greatest = Math.max(greatest, Integer.parseInt(cell));
        }
        if (cell.length() <= 40) {
            money += MONEY.matcher(cell).matches() ? 1 : 0;
            dates += DATE.matcher(cell).matches() ? 1 : 0;
            yesOrNo += StatusWords.KNOWN.isYesOrNo(cell) ? 1 : 0;
            statuses += StatusWords.KNOWN.isStatus(cell) ? 1 : 0;
        }
    }

    private void characters(String cell) {
        boolean letter = false;
        boolean digit = false;
        boolean space = false;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            letter |= Character.isLetter(c) || Character.isSurrogate(c);
            digit |= Character.isDigit(c);
            space |= Character.isWhitespace(c);
        }
        withLetter += letter ? 1 : 0;
        withDigit += digit ? 1 : 0;
        spaced += space ? 1 : 0;
        at += cell.indexOf('@') > 0 ? 1 : 0;
    }

    int distinct() {
        return distinct.count();
    }

    /** Different values with their number of rows, the first ones where there are many. */
    Map<String, Integer> words() {
        return words;
    }

    /** True for the numbers that a list counts its rows by, which nobody prints as a code. */
    boolean countsRows() {
        return filled > 0 && small == filled
                && (greatest <= FEW_DIGITS || least <= 1 && greatest - least < 2 * filled);
    }

    boolean hasManyWords() {
        return words.size() >= MOST_WORDS;
    }

    List<String> samples() {
        return samples;
    }

    boolean mostly(int count, int percent) {
        return filled > 0 && count * 100L >= (long) filled * percent;
    }
}
