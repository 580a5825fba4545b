package org.lanyard.roster.format;

import java.util.List;

/**
 * A column and its uses.
 *
 * @param guessed nobody said so
 * @param samples some of its values
 */
public record ColumnMeaning(Column column, List<Use> uses, boolean guessed, List<String> samples) {

    public boolean used() {
        return uses.stream().anyMatch(use -> !use.equals(Use.UNUSED));
    }
}
