package org.lanyard.scan;

import java.time.Instant;
import java.util.Optional;

/**
 * When, where and by whom something was last recorded; {@code station} and {@code staff} are null where not known.
 *
 * @param carriedFrom the access code that a unit was handed out on, where it was carried since (R38)
 */
public record Seen(Instant at, String station, String staff, Optional<String> carriedFrom) {

    public Seen(Instant at, String station, String staff) {
        this(at, station, staff, Optional.empty());
    }

    /** @param code null for none */
    public Seen carriedFrom(String code) {
        return new Seen(at, station, staff, Optional.ofNullable(code));
    }
}
