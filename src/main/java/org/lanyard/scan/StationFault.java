package org.lanyard.scan;

import org.jspecify.annotations.Nullable;

/**
 * The station is broken, not the ticket: a full disk, a damaged file, a bug. Its sentence is for the person in front of
 * the screen, and its message says that in English; the cause is for the log.
 */
public final class StationFault extends RuntimeException {

    private final transient Sentence sentence;

    /** @param key of the {@link Sentence}, and what that speaks of */
    public StationFault(String key, Object... arguments) {
        this(null, Sentence.of(key, arguments));
    }

    public StationFault(@Nullable Throwable cause, String key, Object... arguments) {
        this(cause, Sentence.of(key, arguments));
    }

    private StationFault(@Nullable Throwable cause, Sentence sentence) {
        super(sentence.toString(), cause);
        this.sentence = sentence;
    }

    public Sentence sentence() {
        return sentence;
    }

    public boolean refusedBy(String rule) {
        return getCause() != null && String.valueOf(getCause().getMessage()).contains(rule);
    }

    /** The fault behind what a future or an executor threw; anything unforeseen becomes a fault of its own. */
    public static StationFault of(@Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof StationFault fault) {
                return fault;
            }
        }
        return new StationFault(thrown, "fault.own");
    }
}
