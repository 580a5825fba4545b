package org.lanyard.reader;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Tells a wand's scan from what a person types, by the speed of a whole run of keys and never by one gap: a busy
 * computer can delay any single key by a tenth of a second. Not thread-safe; times are those of one monotonic clock, in
 * nanoseconds.
 */
public final class WandBuffer {

    /** Silence that ends a run of keys, for wands that send nothing at the end. */
    public static final Duration PAUSE = Duration.ofMillis(250);

    /** The slowest average from key to key that is still a wand's; the fastest typists take some 60 ms. */
    static final Duration SLOWEST_WAND = Duration.ofMillis(35);

    /** The fewest characters that make a scan; two keys can be struck together by hand. */
    static final int SHORTEST_SCAN = 3;

    /** Longest run kept; beyond it the payload is unreadable anyway (R5) and only its length matters. */
    static final int LONGEST_SCAN = 4096;

    private final StringBuilder text = new StringBuilder();
    private long[] times = new long[64];

    /** Adds a key; the run before it must have been ended if it is {@link #over}. */
    public void add(char key, long now) {
        if (text.length() >= LONGEST_SCAN) {
            return;
        }
        if (text.length() == times.length) {
            times = Arrays.copyOf(times, times.length * 2);
        }
        times[text.length()] = now;
        text.append(key);
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** Number of keys since a hand's last, which could be a wand's. */
    public int candidate() {
        return text.length() - typedBefore();
    }

    /** Silence has ended the run. */
    public boolean over(long now) {
        return !isEmpty() && now - times[text.length() - 1] > PAUSE.toNanos();
    }

    /** The keys so far could be a wand's; a single key could. */
    public boolean couldBeScan() {
        int from = typedBefore();
        int keys = text.length() - from;
        return keys < 2 || average(from) <= SLOWEST_WAND.toNanos();
    }

    /** The scan that the run ended with, at its end (Enter, Tab or silence); empty when a person typed all of it. */
    public Optional<String> scanned() {
        int from = typedBefore();
        boolean scan = text.length() - from >= SHORTEST_SCAN && average(from) <= SLOWEST_WAND.toNanos();
        return scan ? Optional.of(text.substring(from)) : Optional.empty();
    }

    /** The average time from key to key since a hand's last; zero for fewer than two keys. */
    public Duration perKey() {
        int from = typedBefore();
        return text.length() - from < 2 ? Duration.ZERO : Duration.ofNanos(average(from));
    }

    public void clear() {
        text.setLength(0);
    }

    /** Keys at the beginning that a hand struck: after two slow gaps in a row, all up to the last of them. */
    private int typedBefore() {
        int slow = 0;
        int from = 0;
        for (int i = 1; i < text.length(); i++) {
            slow = times[i] - times[i - 1] > SLOWEST_WAND.toNanos() ? slow + 1 : 0;
            from = slow >= 2 ? i : from;
        }
        return from;
    }

    private long average(int from) {
        int gaps = text.length() - 1 - from;
        return gaps == 0 ? 0 : (times[text.length() - 1] - times[from]) / gaps;
    }
}
