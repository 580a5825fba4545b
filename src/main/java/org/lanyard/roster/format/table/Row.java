package org.lanyard.roster.format.table;

import java.util.List;

/** A row of a table. Its cells share one text, so that 100,000 rows need little memory. */
public final class Row {

    // In no cell: Limits replaces control characters.
    private static final char END_OF_CELL = '\0';

    private final int number;
    private final int written;
    private final String cells;

    /**
     * @param number  as a spreadsheet counts it, from 1
     * @param written how many cells the file has, empty ones at the end among them
     */
    Row(int number, int written, List<String> cells) {
        this.number = number;
        this.written = written;
        this.cells = String.join(String.valueOf(END_OF_CELL), cells);
    }

    public int number() {
        return number;
    }

    public int written() {
        return written;
    }

    /** Made anew with each call. */
    public List<String> cells() {
        return List.of(cells.split(String.valueOf(END_OF_CELL), -1));
    }

    /** The cell's text; empty where the row is shorter. */
    public String cell(int column) {
        int from = 0;
        for (int i = 0; i < column; i++) {
            int end = cells.indexOf(END_OF_CELL, from);
            if (end < 0) {
                return "";
            }
            from = end + 1;
        }
        int end = cells.indexOf(END_OF_CELL, from);
        return cells.substring(from, end < 0 ? cells.length() : end);
    }

    public int size() {
        int size = 1;
        for (int end = cells.indexOf(END_OF_CELL); end >= 0; end = cells.indexOf(END_OF_CELL, end + 1)) {
            size++;
        }
        return size;
    }

    public boolean blank() {
        for (int i = 0; i < cells.length(); i++) {
            if (cells.charAt(i) != END_OF_CELL && !Character.isWhitespace(cells.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    public boolean sameCells(Row other) {
        return cells.equals(other.cells);
    }
}
