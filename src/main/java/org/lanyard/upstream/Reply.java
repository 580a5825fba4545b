package org.lanyard.upstream;

import java.time.Duration;
import org.lanyard.scan.Sentence;
import tools.jackson.databind.JsonNode;

/** What became of one call. */
sealed interface Reply {

    /** It was done. */
    record Accepted(JsonNode body) implements Reply {}

    /** A rule of the server's refused it, and nothing was done there. */
    record Refused(int status, JsonNode body) implements Reply {

        /** The server's own words. */
        String why() {
            String words = body.path("error").asString("");
            String status = body.path("order_status").asString("");
            return (words.isBlank() ? "refused (" + status() + ")" : words)
                    + (status.isEmpty() ? "" : " (order: " + status + ")");
        }
    }

    /** Nothing was done there, and asking for something else would fare no better. */
    record Stopped(Trouble trouble) implements Reply {}

    /** Nobody knows whether it was done: the answer is missing, or is no answer. */
    record Lost(Trouble trouble) implements Reply {}

    /**
     * Why the server cannot be worked with now.
     *
     * @param sentence for people; holds nothing secret
     * @param pause    how long the server asks to be left alone; zero where it does not say
     */
    record Trouble(Kind kind, Sentence sentence, Duration pause) {

        enum Kind {
            /** no connection, or no answer in time */
            AWAY,
            /** the connection broke off */
            CUT,
            /** it answers with faults of its own, or asks for patience */
            BUSY,
            /** it did not know us, though signed in */
            SESSION,
            /** a user name, a password, a permission or trust is missing: somebody has to see to it */
            SIGN_IN,
            /** something answers that is not this conference's check-in service */
            MISDIRECTED
        }

        /** @param key of the sentence, and what that speaks of */
        static Trouble of(Kind kind, String key, Object... arguments) {
            return new Trouble(kind, Sentence.of(key, arguments), Duration.ZERO);
        }
    }
}
