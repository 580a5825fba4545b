package org.lanyard.upstream;

import java.time.Duration;

/**
 * How long the server is waited for.
 *
 * @param connect for a connection
 * @param answer  for an answer, and for each next piece of a long one
 * @param settle  after an answer was lost, before the server is asked what became of it: a request that was cut off may
 *                still be at work there
 * @param pause   before the first new try; each further one waits twice as long, up to {@code longest}
 */
public record Patience(Duration connect, Duration answer, Duration settle, Duration pause, Duration longest) {

    public static final Patience USUAL = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(20),
            Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofMinutes(2));

    private static final Duration BRIEF = Duration.ofSeconds(2);

    /** For a question that somebody is standing in front of. */
    Patience brief() {
        return new Patience(BRIEF, BRIEF, settle, pause, longest);
    }
}
