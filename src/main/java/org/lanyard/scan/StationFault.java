package org.lanyard.scan;

/**
 * The station is broken, not the ticket: a full disk, a damaged file, a bug. Its message is one plain sentence for the
 * person in front of the screen; the cause is for the log.
 */
public final class StationFault extends RuntimeException {

    public StationFault(String sentence) {
        super(sentence);
    }

    public StationFault(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** Whether one of the database's own rules, by the word it gives, is what refused the work. */
    public boolean refusedBy(String rule) {
        return getCause() != null && String.valueOf(getCause().getMessage()).contains(rule);
    }

    /** The fault behind what a future or an executor threw; anything unforeseen becomes a fault of its own. */
    public static StationFault of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof StationFault fault) {
                return fault;
            }
        }
        return new StationFault("Lanyard met an error of its own; nothing was recorded, please try again.", thrown);
    }
}
