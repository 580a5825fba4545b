package org.lanyard.venue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Measures the pauses after wrong PINs on a clock that nobody sets; the wall clock counts only for a pause that began
 * before this program did. Used from any thread.
 */
final class PinPauses {

    private final LongSupplier nanoTime;
    private final Map<String, Pause> pauses = new HashMap<>();

    private record Pause(Failures failures, long begunNanos) {}

    PinPauses(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized void begin(String owner, Failures failures) {
        pauses.put(owner, new Pause(failures, nanoTime.getAsLong()));
    }

    synchronized Duration left(String owner, Failures failures, Instant now) {
        Pause known = pauses.get(owner);
        if (known == null || !known.failures().equals(failures)) {
            known = new Pause(failures, nanoTime.getAsLong() - gone(failures, now).toNanos());
            pauses.put(owner, known);
        }
        return failures.pause().minusNanos(nanoTime.getAsLong() - known.begunNanos());
    }

    private static Duration gone(Failures failures, Instant now) {
        Duration gone = Duration.between(failures.last(), now);
        if (gone.isNegative()) {
            return Duration.ZERO;
        }
        return gone.compareTo(failures.pause()) > 0 ? failures.pause() : gone;
    }
}
