package org.lanyard.gate;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Tells a badge that is still in front of the reader from one that came back (R7). The last sight counts, on a clock
 * that nobody sets. Used from any thread.
 */
final class RepeatWindow {

    // Oldest sights are forgotten beyond this many, so that a day of scanning takes no memory.
    private static final int MOST_SIGHTS = 4096;

    private final LongSupplier nanoTime;
    private final Map<Sight, Long> sights = new LinkedHashMap<>();
    private long window;

    /** @param nanoTime a monotonic clock, in nanoseconds */
    RepeatWindow(Duration window, LongSupplier nanoTime) {
        this.window = window.toNanos();
        this.nanoTime = nanoTime;
    }

    record Sight(String text, long station, String mode) {}

    synchronized void set(Duration length) {
        window = length.toNanos();
    }

    /** Notes this sight; true when the same was seen less than the window ago. */
    synchronized boolean seenAgain(Sight sight) {
        if (window <= 0) {
            return false;
        }
        long now = nanoTime.getAsLong();
        Long before = sights.remove(sight);
        sights.put(sight, now);
        if (sights.size() > MOST_SIGHTS) {
            sights.remove(sights.keySet().iterator().next());
        }
        return before != null && now - before < window;
    }

    // A scan that could not be decided, and anything before a void, may come again at once.
    synchronized void forget(Sight sight) {
        sights.remove(sight);
    }

    synchronized void clear() {
        sights.clear();
    }
}
