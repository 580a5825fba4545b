package org.lanyard.upstream;

import java.time.Instant;

/**
 * A record that the server does not have, or perhaps does not.
 *
 * @param state         {@code undecided}: somebody has to; {@code in_doubt}, {@code refused}, {@code undeliverable}
 * @param item          slug of an add-on; null for a check-in
 * @param reason        what stood in the way, in words
 * @param countedBefore units that the server counted before the lost answer, and {@code countedAfter} after it; null
 *                      where it was not asked
 */
public record Undelivered(long seq, String state, Instant at, String accessCode, String name, String item, String reason,
        Integer countedBefore, Integer countedAfter) {

    public boolean undecided() {
        return state.equals("undecided");
    }
}
