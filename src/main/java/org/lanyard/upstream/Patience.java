package org.lanyard.upstream;

import java.time.Duration;

/**
 * Time limits for a server's answers.
 *
 * @param connect for a connection
 * @param answer  for an answer, and for each next piece of a long one
 * @param settle  after a lost answer, before the server is first asked about it: the request may still be at work there
 * @param arrive  after which a request without an answer can no longer arrive: only then it is sent again
 * @param pause   before the first new try; each further one waits twice as long, up to {@code longest}
 */
public record Patience(Duration connect, Duration answer, Duration settle, Duration arrive, Duration pause,
        Duration longest) {

    /** Networks were seen to hold a request for 25 s and deliver it; gateways give up after at most 60 s. */
    public static final Patience USUAL = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(20),
            Duration.ofSeconds(2), Duration.ofSeconds(90), Duration.ofMillis(500), Duration.ofMinutes(2));

    private static final Duration BRIEF = Duration.ofSeconds(2);

    Patience brief() {
        return new Patience(BRIEF, BRIEF, settle, arrive, pause, longest);
    }
}
