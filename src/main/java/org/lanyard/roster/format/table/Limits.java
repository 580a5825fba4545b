package org.lanyard.roster.format.table;

import java.util.ArrayList;
import java.util.List;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Sentence;

/** Collects rows within limits: too much of something is refused, a cell that is too long is cut, with a warning. */
final class Limits {

    /** Largest text file, in bytes. */
    static final int MOST_BYTES = 128 << 20;
    static final int MOST_COLUMNS = 1000;
    static final int MOST_ROWS = 1_000_000;
    /** Longest text of a cell, in characters; longer ones are cut. */
    static final int LONGEST_CELL = 4000;

    private static final long MOST_CHARACTERS = 64L << 20;
    // Letters of living languages take up to four.
    private static final int MOST_MARKS = 12;
    private static final int MOST_LINES = 100;
    private static final int MOST_NOTICES = 20;

    private final List<Row> rows = new ArrayList<>();
    private final List<Sentence> notices = new ArrayList<>();
    private long characters;
    private int shortened;

    List<Row> rows() {
        return rows;
    }

    List<Sentence> notices() {
        if (shortened > MOST_NOTICES) {
            notices.add(Sentence.of("file.shortened.more", shortened - MOST_NOTICES));
            shortened = MOST_NOTICES;
        }
        return notices;
    }

    /** @throws NotPossible when the table is too large */
    void add(int number, List<String> cells) {
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).isEmpty()) {
            width--;
        }
        if (width > MOST_COLUMNS) {
            throw new NotPossible("file.columns", number, width, MOST_COLUMNS);
        }
        if (width == 0) {
            return;
        }
        String[] bounded = new String[width];
        for (int i = 0; i < width; i++) {
            bounded[i] = bounded(number, cells.get(i));
            characters += bounded[i].length();
        }
        if (rows.size() >= MOST_ROWS || characters > MOST_CHARACTERS) {
            throw new NotPossible("file.rows", number);
        }
        rows.add(new Row(number, cells.size(), List.of(bounded)));
    }

    private String bounded(int number, String cell) {
        if (isPlain(cell)) {
            return cell;
        }
        String bounded = cut(cell);
        if (!bounded.equals(cell) && ++shortened <= MOST_NOTICES) {
            notices.add(Sentence.of("file.shortened", number));
        }
        return bounded;
    }

    private static boolean isPlain(String cell) {
        if (cell.length() > LONGEST_CELL) {
            return false;
        }
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c < ' ' || c == 0x7F || c >= 0x300) {
                return false;
            }
        }
        return true;
    }

    private static String cut(String cell) {
        StringBuilder kept = new StringBuilder(Math.min(cell.length(), LONGEST_CELL));
        int marks = 0;
        int lines = 1;
        for (int i = 0; i < cell.length() && kept.length() < LONGEST_CELL && lines <= MOST_LINES; i++) {
            char c = cell.charAt(i);
            marks = isMark(c) ? marks + 1 : 0;
            lines += c == '\n' ? 1 : 0;
            boolean control = Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
            if (marks <= MOST_MARKS) {
                kept.append(control ? '\uFFFD' : c);
            }
        }
        if (!kept.isEmpty() && Character.isHighSurrogate(kept.charAt(kept.length() - 1))) {
            kept.setLength(kept.length() - 1);
        }
        return kept.toString();
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }
}
