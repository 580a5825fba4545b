package org.lanyard.scan;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One presentation of a code, made once where it arrived. A retry is the same value, so that it is recorded once (R27).
 *
 * @param id          UUIDv7; becomes the id of the record this scan leads to
 * @param text        the payload exactly as it arrived
 * @param at          UTC, as the clock gave it
 * @param note        kept with the record; null for none
 * @param acknowledge the attention note of R12 has been seen and acknowledged
 * @param override    a lead lets the person through: a full door, another day, a block (R17, R32, R34)
 */
public record Scan(UUID id, String text, Source source, Instant at, @Nullable String note, boolean acknowledge,
        boolean override) {

    public Scan(UUID id, String text, Source source, Instant at) {
        this(id, text, source, at, null, false, false);
    }

    public Scan acknowledged() {
        return new Scan(id, text, source, at, note, true, override);
    }

    public Scan overridden() {
        return new Scan(id, text, source, at, note, acknowledge, true);
    }

    public Scan withId(UUID other) {
        return new Scan(other, text, source, at, note, acknowledge, override);
    }

    public Scan withNote(@Nullable String words) {
        return new Scan(id, text, source, at, words, acknowledge, override);
    }
}
