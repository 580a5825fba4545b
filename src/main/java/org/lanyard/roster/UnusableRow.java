package org.lanyard.roster;

import org.lanyard.scan.Sentence;

/**
 * A row of a source that says nothing usable.
 *
 * @param line   its beginning in the file, from 1
 * @param column the column's name as the file has it, or the field's path
 * @param value  the cell to blame; empty for none
 * @param reason without a full stop
 */
public record UnusableRow(long line, String column, String value, Sentence reason) {

    public UnusableRow(long line, String column, Sentence reason) {
        this(line, column, "", reason);
    }
}
