package org.lanyard.upstream;

import java.time.Duration;
import org.lanyard.scan.Sentence;

/**
 * The reason why a server cannot be worked with now.
 *
 * @param sentence for people; holds nothing secret
 * @param pause    how long the server asks to be left alone; zero where it does not say
 */
public record Trouble(FaultKind kind, Sentence sentence, Duration pause) {

    // A server may not ask to be left alone for longer.
    public static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    public enum FaultKind {
        /** no connection, or no answer in time */
        AWAY,
        CUT,
        /** a fault of the server's own, or it asks for patience */
        BUSY,
        SESSION,
        /** a user name, a password, a permission or trust is missing: a person has to act */
        SIGN_IN,
        /** something answers that is not this conference's check-in service */
        MISDIRECTED,
        NOT_APPLIED
    }

    public static Trouble of(FaultKind kind, String key, Object... arguments) {
        return new Trouble(kind, Sentence.of(key, arguments), Duration.ZERO);
    }

    public Trouble pausing(Duration asked) {
        Duration atMost = asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
        return new Trouble(kind, sentence, atMost.isNegative() ? Duration.ZERO : atMost);
    }
}
