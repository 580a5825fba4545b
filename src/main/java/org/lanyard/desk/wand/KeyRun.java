package org.lanyard.desk.wand;

import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Tells a wand's keys from what a person types, by the speed of a whole run of keys and never by one gap: a busy
 * computer can delay any single key by a tenth of a second. Not thread-safe; times are those of one monotonic clock, in
 * nanoseconds.
 */
public final class KeyRun {

    /** Slower than any typist: the fastest take some 60 ms a key. */
    public static final Duration FAST = Duration.ofMillis(35);
    /** The slowest that a wand may be set to. */
    public static final Duration SLOWEST = Duration.ofMillis(120);
    /** Slower than this nobody takes it for a wand. */
    static final Duration SLOW = Duration.ofMillis(160);
    /** Silence that ends a run of keys, for wands that send nothing at the end. */
    static final Duration PAUSE = Duration.ofMillis(250);

    /** The fewest characters of a fast scan; two keys can be struck together by hand. */
    static final int SHORTEST_SCAN = 3;
    /** The fewest characters by which a slow wand's even pace is told from a hand's. */
    static final int SHORTEST_SLOW = 6;
    /** Longest run kept; beyond it the payload is unreadable anyway (R5) and only its length matters. */
    static final int LONGEST_SCAN = 4096;
    // A wand whose pace strays by a fifth to either side has gaps so far apart; people vary by 40 % (log-normal) and more.
    private static final double APART = 1.6;
    // The fastest hands: what is faster is hardly theirs, however uneven.
    private static final Duration HAND = Duration.ofMillis(60);
    // Single gaps of a wand may be this much longer than its average.
    private static final double LEEWAY = 1.4;
    // The average of a short code may be this much over the limit: eight keys of a wand at 110 ms take 125 ms now and then.
    private static final double SHORT_CODE = 1.15;
    // Faster than a keyboard can report: such keys had queued up while the window was busy, and tell no speed.
    private static final Duration QUEUED = Duration.ofNanos(500_000);
    // Of so many gaps of a wand's one may be uneven: a busy computer is late now and then. At a hand's pace, of more.
    private static final int ONE_LATE = 5;
    private static final int ONE_LATE_AT_A_HANDS_PACE = 8;

    private final StringBuilder text = new StringBuilder();
    private final BitSet lateKeys = new BitSet();
    private long[] times = new long[64];
    private Duration slowest = FAST;
    private Predicate<String> likeACode = KeyRun::looksLikeCode;

    enum RunKind { SCAN, TOO_SLOW, TYPED }

    void setSlowest(Duration perKey) {
        slowest = perKey;
    }

    void setCodes(Predicate<String> codes) {
        likeACode = codes;
    }

    void add(char key, long now) {
        add(key, now, false);
    }

    /**
     * Adds a key; the run before it must have been ended if it is {@link #over}.
     *
     * @param late true where the window was busy since the key before it
     */
    void add(char key, long now, boolean late) {
        if (text.length() >= LONGEST_SCAN) {
            return;
        }
        if (text.length() == times.length) {
            times = Arrays.copyOf(times, times.length * 2);
        }
        times[text.length()] = now;
        lateKeys.set(text.length(), late);
        text.append(key);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    int length() {
        return text.length();
    }

    Duration pause() {
        Duration few = slowest.multipliedBy(3);
        return few.compareTo(PAUSE) > 0 ? few : PAUSE;
    }

    /** Number of keys that could be a fast wand's so far: those since a hand's last. */
    int candidate() {
        return text.length() - typedBefore(FAST);
    }

    boolean over(long now) {
        return !isEmpty() && now - times[text.length() - 1] > pause().toNanos();
    }

    /** True where so far it is as fast as only a wand is; one key alone could be. */
    boolean fast() {
        return asFastAs(FAST);
    }

    boolean couldBeScan() {
        return asFastAs(slowest);
    }

    private boolean asFastAs(Duration perKey) {
        int from = typedBefore(perKey);
        return text.length() - from < 2 || average(from) <= perKey.toNanos();
    }

    /** @param unevenToo true where nobody types, so that an uneven slow run was no hand's either */
    RunKind kind(boolean unevenToo) {
        return judged(unevenToo).kind;
    }

    private record Judged(RunKind kind, int from) {}

    private Judged judged(boolean unevenToo) {
        int slow = typedBefore(slowest);
        boolean slowWands = likeACode(slow, Math.round(slowest.toNanos() * SHORT_CODE)) && even(slow);
        if (slowWands && median(gaps(slow)) > FAST.toNanos() / LEEWAY) {
            return new Judged(RunKind.SCAN, slow);
        }
        int from = typedBefore(FAST);
        if (text.length() - from >= SHORTEST_SCAN && average(from) <= FAST.toNanos()) {
            return new Judged(RunKind.SCAN, from);
        }
        if (slowWands) {
            return new Judged(RunKind.SCAN, slow);
        }
        int slower = typedBefore(SLOW);
        boolean wands = likeACode(slower, SLOW.toNanos()) && (unevenToo || even(slower));
        return new Judged(wands ? RunKind.TOO_SLOW : RunKind.TYPED, wands ? slower : from);
    }

    private boolean likeACode(int from, long perKey) {
        return text.length() - from >= SHORTEST_SLOW && knownAverage(from) <= perKey
                && likeACode.test(text.substring(from));
    }

    /** The part of the run that is the scan, or was too slow for one: all since a hand's last key. */
    String candidateText(boolean unevenToo) {
        return text.substring(judged(unevenToo).from);
    }

    Duration perKey(boolean unevenToo) {
        return Duration.ofNanos(knownAverage(judged(unevenToo).from));
    }

    void clear() {
        text.setLength(0);
    }

    // Names have no digits, and phone numbers no letters.
    static boolean looksLikeCode(String keys) {
        boolean digit = keys.chars().anyMatch(Character::isDigit);
        return digit && keys.chars().anyMatch(c -> !Character.isDigit(c)) && keys.indexOf(' ') < 0;
    }

    // Keys at the beginning that a hand struck: after two gaps in a row far slower than this, all up to the last of
    // them.
    private int typedBefore(Duration perKey) {
        int slow = 0;
        int from = 0;
        for (int i = 1; i < text.length(); i++) {
            slow = times[i] - times[i - 1] > perKey.toNanos() * LEEWAY ? slow + 1 : 0;
            from = slow >= 2 ? i : from;
        }
        return from;
    }

    // The times from key to key since then, in order of length; without those at whose beginning or end the window was
    // busy: the next key after one that came late seems to come early.
    private long[] gaps(int from) {
        return IntStream.range(from + 1, text.length()).filter(i -> inTime(i) && (i - 1 == from || inTime(i - 1)))
                .mapToLong(i -> times[i] - times[i - 1]).sorted().toArray();
    }

    private boolean inTime(int key) {
        return !lateKeys.get(key) && times[key] - times[key - 1] > QUEUED.toNanos();
    }

    private long average(int from) {
        int gaps = text.length() - 1 - from;
        return gaps <= 0 ? 0 : (times[text.length() - 1] - times[from]) / gaps;
    }

    // As average, of the keys that came in time.
    private long knownAverage(int from) {
        return Math.round(Arrays.stream(gaps(from)).average().orElse(0));
    }

    private static long median(long[] gaps) {
        return gaps.length == 0 ? 0 : gaps[gaps.length / 2];
    }

    // Whether the window was busy before the first key nobody knows: then the second seems to come early.
    private boolean even(int from) {
        long[] gaps = gaps(from);
        boolean secondEarly = text.length() - from > SHORTEST_SLOW && times[from + 1] - times[from] < median(gaps);
        return together(gaps, mayBeLate(gaps)) || secondEarly && together(gaps(from + 1), 0);
    }

    private static int mayBeLate(long[] gaps) {
        return gaps.length / (median(gaps) > HAND.toNanos() ? ONE_LATE_AT_A_HANDS_PACE : ONE_LATE);
    }

    private static boolean together(long[] sorted, int late) {
        int span = sorted.length - 1 - late;
        return sorted.length == 0 || IntStream.rangeClosed(0, late)
                .anyMatch(first -> sorted[first + span] <= sorted[first] * APART);
    }
}
