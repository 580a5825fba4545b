package org.lanyard.badge.job;

import java.util.UUID;

/** Asked before the first badge of a code is sent, where other stations may have printed it. */
@FunctionalInterface
public interface FirstPrints {

    /** A station on its own. */
    FirstPrints NONE = (_, _) -> true;

    /**
     * Claims it; waits at most a second, and is true where nobody answers.
     *
     * @return false if another station printed it
     */
    boolean claim(UUID job, String accessCode);
}
