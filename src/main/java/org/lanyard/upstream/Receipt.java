package org.lanyard.upstream;

import java.time.Instant;
import java.util.Optional;

/**
 * The server's confirmation of a record.
 *
 * @param id           of the row that the server made
 * @param at           the row's time, by the server's clock
 * @param firstCheckIn of the person, by the server's clock; a few milliseconds from {@code at} where this is the first
 */
public record Receipt(long id, Optional<Instant> at, Optional<Instant> firstCheckIn) {}
