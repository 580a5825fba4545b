package org.lanyard.upstream;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.StationFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one conference in step with its server while the station works: sends what waits within seconds, brings the
 * roster every few minutes, leaves the server alone for longer and longer while it fails. Runs on a thread of its own.
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

    /** Ends a pause, unless the server asked for it. */
    void wake() {
        woken.release();
    }

    private void loop() {
        upstream.pauseLeft(conference).ifPresent(before -> pause(before.pause(), before.pause()));
        while (!closed) {
            Optional<Trouble> trouble = Optional.empty();
            try {
                trouble = step();
            } catch (NotPossible refused) {
                LOG.warn("not in step with the server: {}", refused.getMessage());
            } catch (StationFault fault) {
                LOG.error("not in step with the server", fault);
            }
            backoff.tried(trouble.isEmpty());
            pause(trouble.isEmpty() ? LOOK : backoff.next(trouble), trouble.map(Trouble::pause).orElse(Duration.ZERO));
        }
    }

    private Optional<Trouble> step() {
        if (!upstream.knowsPassword(conference)) {
            upstream.noteMissingPassword(conference);
            return Optional.empty();
        }
        Optional<Trouble> trouble = upstream.pushOnce(conference);
        pullDue |= System.nanoTime() - pulledNanos > PULL_EVERY.toNanos();
        return trouble.isEmpty() && pullDue ? pull() : trouble;
    }

    // A roster that was not applied is asked for again when it is due; one that did not come, as soon as may be.
    private Optional<Trouble> pull() {
        pullDue = false;
        pulledNanos = System.nanoTime();
        return switch (upstream.pullOnce(conference, false, _ -> stopWhenClosing())) {
            case PullRun.Outcome.Applied applied -> {
                applied.report().warnings().forEach(warning -> LOG.info("pull: {}", warning));
                yield Optional.empty();
            }
            case PullRun.Outcome.Failed(Trouble trouble) when trouble.kind() == Trouble.FaultKind.NOT_APPLIED -> {
                LOG.warn("the server's roster was not applied: {}", trouble.sentence());
                yield Optional.empty();
            }
            case PullRun.Outcome.Failed(Trouble trouble) -> {
                pullDue = true;
                yield Optional.of(trouble);
            }
        };
    }

    private void stopWhenClosing() {
        if (closed) {
            throw new NotPossible("closing");
        }
    }

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
