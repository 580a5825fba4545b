package org.lanyard.upstream;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The server's confirmation of a record.
 *
 * @param id           of the row that the server made
 * @param at           the row's time, by the server's clock
 * @param firstCheckIn of the person, by the server's clock, at whichever desk
 */
public record Receipt(long id, Optional<Instant> at, Optional<Instant> firstCheckIn) {

    // The server stamps the row and the person a few milliseconds apart.
    private static final Duration STAMPS_APART = Duration.ofSeconds(1);

    /** The person's first check-in where it is this one, and not another desk's. */
    Optional<Instant> ownFirstCheckIn() {
        return firstCheckIn.filter(first -> at.filter(row -> first.isBefore(row.minus(STAMPS_APART))).isEmpty());
    }
}
