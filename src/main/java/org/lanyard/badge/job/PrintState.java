package org.lanyard.badge.job;

import java.util.Locale;

/** The state of a print job; the database holds which may follow which. */
public enum PrintState {
    QUEUED,
    /** Durable before the first byte leaves. */
    SENDING,
    /** Every byte was handed over; the printer says no more. */
    SENT,
    /** The printer, or a person who looked, said that it came out. */
    CONFIRMED,
    /** Broken off, or the station ended meanwhile: somebody has to look. */
    UNKNOWN,
    CANCELLED,
    /** It could not be drawn; the table has it as cancelled, with the reason. */
    FAILED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PrintState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
