package org.lanyard.scan;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When, where and by whom something was last recorded; {@code station} and {@code staff} are null where not known.
 *
 * @param carriedFrom the access code that a unit was handed out on, where it was carried since (R38)
 */
public record Seen(@Nullable Instant at, @Nullable String station, @Nullable String staff, Optional<String> carriedFrom) {

    public Seen(@Nullable Instant at, @Nullable String station, @Nullable String staff) {
        this(at, station, staff, Optional.empty());
    }

    public Seen carriedFrom(@Nullable String code) {
        return new Seen(at, station, staff, Optional.ofNullable(code));
    }
}
