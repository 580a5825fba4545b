package org.lanyard.roster.format.table;

import java.util.List;

/**
 * A row of a table.
 *
 * @param number as a spreadsheet counts it, from 1
 */
public record Row(int number, List<String> cells) {

    /** The cell's text; empty where the row is shorter. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    public boolean blank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
