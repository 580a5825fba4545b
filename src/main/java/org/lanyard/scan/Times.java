package org.lanyard.scan;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;

/** Times as they leave the station: ISO 8601, UTC, always with milliseconds (R28). */
public final class Times {

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private Times() {}

    public static @Nullable String iso(@Nullable Instant at) {
        return at == null ? null : ISO.format(at);
    }
}
