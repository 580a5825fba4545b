package org.lanyard.upstream;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.StationFault;
import org.lanyard.upstream.Reply.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one conference in step with its server while the station works: sends what waits within seconds, brings the
 * roster now and then, leaves the server alone for longer and longer while it fails. On a thread of its own.
 */
final class Sync implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sync.class);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration PULL_EVERY = Duration.ofMinutes(5);

    private final Upstream upstream;
    private final Conference conference;
    private final Backoff backoff;
    private final Semaphore woken = new Semaphore(0);
    private final Thread thread;
    private long pulledNanos = System.nanoTime();
    private boolean pullDue = true;
    private volatile boolean closed;

    Sync(Upstream upstream, Conference conference, Patience patience) {
        this.upstream = upstream;
        this.conference = conference;
        this.backoff = new Backoff(patience);
        this.thread = Thread.ofVirtual().name("upstream-" + conference.slug()).start(this::loop);
    }

    /** Does not wait for the next look, or for the end of a pause but where the server asked for it. */
    void wake() {
        woken.release();
    }

    private void loop() {
        upstream.asked(conference).ifPresent(before -> pause(before.pause(), before.pause()));
        while (!closed) {
            Optional<Trouble> trouble = Optional.empty();
            try {
                trouble = step();
            } catch (NotPossible refused) {
                LOG.info("not in step with the server: {}", refused.getMessage());
            } catch (StationFault fault) {
                LOG.error("not in step with the server", fault);
            }
            backoff.tried(trouble.isEmpty());
            pause(trouble.isEmpty() ? LOOK : backoff.next(trouble), trouble.map(Trouble::pause).orElse(Duration.ZERO));
        }
    }

    private Optional<Trouble> step() {
        if (!upstream.knowsPassword(conference)) {
            return Optional.empty();
        }
        Optional<Trouble> trouble = upstream.pushOnce(conference);
        pullDue |= System.nanoTime() - pulledNanos > PULL_EVERY.toNanos();
        return trouble.isEmpty() && pullDue ? pull() : trouble;
    }

    /** A roster that is refused is asked for again when it is due again; one that did not come, as soon as may be. */
    private Optional<Trouble> pull() {
        pullDue = false;
        pulledNanos = System.nanoTime();
        Pull.Outcome outcome = upstream.pullOnce(conference, false, _ -> {
            if (closed) {
                throw new NotPossible("closing");
            }
        });
        if (outcome instanceof Pull.Outcome.Failed(Trouble trouble)) {
            pullDue = true;
            return Optional.of(trouble);
        }
        return Optional.empty();
    }

    /** @param asked how much of it the server asked for: nobody's hurry shortens that */
    private void pause(Duration length, Duration asked) {
        try {
            Thread.sleep(asked);
            if (woken.tryAcquire(length.minus(asked).toMillis(), TimeUnit.MILLISECONDS)) {
                woken.drainPermits();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Breaks off what is under way, and waits until it has ended. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
