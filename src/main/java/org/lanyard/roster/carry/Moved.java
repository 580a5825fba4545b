package org.lanyard.roster.carry;

import org.lanyard.scan.Sentence;

/**
 * Units of an item that now count for somebody else, or on another order of the same person.
 *
 * @param item slug of the add-on
 * @param from access code of the old holder
 * @param to   access code of the new one
 */
public record Moved(String item, String description, int units, String from, String to) {

    public static final String KEY = "carry.moved";

    public Sentence sentence() {
        return from.equals(to) ? Sentence.of("carry.moved.order", units, description, from)
                : Sentence.of(KEY, units, description, from, to);
    }
}
