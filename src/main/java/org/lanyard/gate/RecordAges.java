package org.lanyard.gate;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * Tells which records are older than a given time on a clock that nobody can set back: by the journal's last place at
 * earlier instants. Used from any thread.
 */
final class RecordAges {

    private static final long NANOS_BETWEEN = 1_000_000_000;

    private final long window;
    private final LongSupplier nanoTime;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private long olderPlace;

    // The last place that was reached between two instants, a second apart at most.
    private record Sample(long from, long to, long place) {}

    /** @param nanoTime a monotonic clock, in nanoseconds */
    RecordAges(Duration window, LongSupplier nanoTime) {
        this.window = window.toNanos();
        this.nanoTime = nanoTime;
    }

    synchronized void note(long place) {
        long now = nanoTime.getAsLong();
        boolean goesOn = !samples.isEmpty() && now - samples.getLast().from() < NANOS_BETWEEN;
        long from = goesOn ? samples.removeLast().from() : now;
        samples.addLast(new Sample(from, now, place));
        forget(now);
    }

    /** True where the record is known to be older than the window; false where this process cannot tell. */
    synchronized boolean older(long place) {
        forget(nanoTime.getAsLong());
        return place <= olderPlace;
    }

    private void forget(long now) {
        while (!samples.isEmpty() && now - samples.getFirst().to() > window) {
            olderPlace = samples.removeFirst().place();
        }
    }
}
