package org.lanyard.roster.format;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The looks of a single cell, which may be several. */
enum CellKind {

    SPACED, WITH_LETTER, WITH_DIGIT, AT, SMALL_NUMBER, RUINED, TOO_LONG, MONEY, DATE, YES_OR_NO, STATUS;

    private static final int LONGEST_WORD = 40;
    private static final Pattern SMALL = Pattern.compile("0|[1-9][0-9]{0,5}");
    private static final Pattern SUM = Pattern.compile("(?iu)[\\p{Sc}]?\\s*[0-9][0-9.,' ]*\\s*([\\p{Sc}]|[a-z]{3})?"
            + "|[a-z]{3}\\s*[0-9][0-9.,]*");
    private static final Pattern DAY = Pattern.compile("[0-9]{1,4}[-/. ][0-9]{1,2}[-/. ][0-9]{1,4}([T ,].*)?");

    static Set<CellKind> of(String cell) {
        Set<CellKind> kinds = EnumSet.noneOf(CellKind.class);
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            add(kinds, SPACED, Character.isWhitespace(c));
            add(kinds, WITH_LETTER, Character.isLetter(c) || Character.isSurrogate(c));
            add(kinds, WITH_DIGIT, Character.isDigit(c));
        }
        add(kinds, AT, cell.indexOf('@') > 0);
        add(kinds, SMALL_NUMBER, SMALL.matcher(cell).matches());
        add(kinds, RUINED, RuinedNumber.isRuined(cell));
        add(kinds, TOO_LONG, cell.length() > CodeColumn.LONGEST);
        if (cell.length() <= LONGEST_WORD) {
            add(kinds, MONEY, SUM.matcher(cell).matches());
            add(kinds, DATE, DAY.matcher(cell).matches());
            add(kinds, YES_OR_NO, StatusWords.KNOWN.isYesOrNo(cell));
            add(kinds, STATUS, StatusWords.KNOWN.isStatus(cell));
        }
        return kinds;
    }

    private static void add(Set<CellKind> kinds, CellKind kind, boolean is) {
        if (is) {
            kinds.add(kind);
        }
    }
}
