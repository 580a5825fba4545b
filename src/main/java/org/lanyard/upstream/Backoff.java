package org.lanyard.upstream;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses before a new try: twice as long after each failure, unevenly, so that six stations do not call at once. */
final class Backoff {

    private static final int TRIES = 4;
    private static final Duration LONGEST_IN_A_CALL = Duration.ofSeconds(30);

    private final Patience patience;
    private int failures;

    Backoff(Patience patience) {
        this.patience = patience;
    }

    /** False where only a long pause or a person can help. */
    boolean worthwhile(Optional<Trouble> trouble) {
        return failures < TRIES && trouble.map(why -> why.kind() != Trouble.FaultKind.SIGN_IN
                && why.pause().compareTo(LONGEST_IN_A_CALL) <= 0).orElse(true);
    }

    void tried(boolean any) {
        failures = any ? 0 : failures + 1;
    }

    /** The next pause: between half and all of what the failures so far ask for, or what the server asks for. */
    Duration next(Optional<Trouble> trouble) {
        long whole = Math.min(patience.longest().toNanos(),
                patience.pause().toNanos() << Math.min(failures, 20));
        Duration pause = Duration.ofNanos(whole / 2 + ThreadLocalRandom.current().nextLong(whole / 2 + 1));
        Duration asked = trouble.map(Trouble::pause).orElse(Duration.ZERO);
        return asked.compareTo(pause) > 0 ? asked : pause;
    }

    boolean pause(Optional<Trouble> trouble) {
        try {
            Thread.sleep(next(trouble));
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
