package org.lanyard.badge.job;

import java.util.Optional;
import java.util.UUID;

/**
 * A question to the people at the desk about one person's badge.
 *
 * @param job that may or may not have come out; empty for the other asks
 */
public record PrintQuestion(Ask ask, long attendee, String accessCode, String name, Optional<UUID> job) {

    public enum Ask {
        /** The station does not know whether the badge came out. */
        CAME_OUT,
        PRINT,
        /** The person was checked in anew; a badge was printed before the first check-in was voided. */
        AGAIN
    }
}
