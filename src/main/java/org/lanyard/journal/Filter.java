package org.lanyard.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a journal to show.
 *
 * @param person  part of a name or a code, accents and case aside; empty for everybody
 * @param kind    null for every kind; so are {@code station} and {@code staff} for every one
 * @param since   null for from the beginning
 */
public record Filter(String person, @Nullable RecordKind kind, @Nullable String station, @Nullable String staff,
        @Nullable Instant since) {

    public static final Filter NONE = new Filter("", null, null, null, null);
}
