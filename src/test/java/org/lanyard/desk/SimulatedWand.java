package org.lanyard.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javafx.scene.input.KeyCode;
import org.lanyard.scan.KeyboardLayout;

/** A wand of one make at a computer with one keyboard layout, and how busy the window is meanwhile. */
record SimulatedWand(KeyboardLayout layout, int perKey, int jitter, Ending ending, String prefix, boolean load) {

    /** Half a second, as a large collection of garbage takes. */
    private static final int LONGEST_STALL = 500;
    private static final int KEYS_PER_STALL = 60;
    /** The next badge is held up so long after the last, at the least. */
    private static final int NEXT = 60;
    /** A wand without an end key is told by its silence. */
    private static final int NEXT_WITHOUT_END = 700;

    /** The key that a wand sends after a code. */
    enum Ending {
        ENTER(KeyCode.ENTER, "\r"),
        TAB(KeyCode.TAB, "\t"),
        LINE_FEED(KeyCode.J, "\n"),
        RETURN(KeyCode.M, "\r"),
        ENTER_AND_LINE_FEED(KeyCode.ENTER, "\r"),
        DOWN(KeyCode.DOWN, ""),
        RIGHT(KeyCode.RIGHT, ""),
        END(KeyCode.END, ""),
        F9(KeyCode.F9, ""),
        NONE(KeyCode.UNDEFINED, "");

        private final KeyCode code;
        private final String character;

        Ending(KeyCode code, String character) {
            this.code = code;
            this.character = character;
        }
    }

    /**
     * One key.
     *
     * @param after since the key before it
     * @param busy  so long the window handles nothing before this key
     */
    record Stroke(Duration after, Duration busy, KeyCode code, String character, boolean control) {}

    /** Nothing for a second. */
    static final Stroke SILENCE = new Stroke(Duration.ofSeconds(1), Duration.ZERO, KeyCode.SHIFT, "", false);

    /** @param perKey in milliseconds; {@code jitter} is a share of it, in percent */
    SimulatedWand {
        if (perKey < 1) {
            throw new IllegalArgumentException("a key takes time");
        }
    }

    /** The keys of one badge, and a pause before them. */
    List<Stroke> strokes(String code, Random random) {
        List<Stroke> strokes = new ArrayList<>();
        String arrives = layout.garbled(prefix + code);
        for (char c : arrives.toCharArray()) {
            Duration after = strokes.isEmpty() ? pause(random) : gap(random);
            strokes.add(new Stroke(after, stall(random), keyOf(c), String.valueOf(c), false));
        }
        if (ending != Ending.NONE) {
            boolean control = ending == Ending.LINE_FEED || ending == Ending.RETURN;
            strokes.add(new Stroke(gap(random), stall(random), ending.code, ending.character, control));
        }
        if (ending == Ending.ENTER_AND_LINE_FEED) {
            strokes.add(new Stroke(gap(random), Duration.ZERO, KeyCode.J, "\n", true));
        }
        return strokes;
    }

    static KeyCode keyOf(char c) {
        KeyCode code = KeyCode.getKeyCode(String.valueOf(c).toUpperCase(Locale.ROOT));
        return code == null ? KeyCode.UNDEFINED : code;
    }

    private Duration pause(Random random) {
        int least = ending == Ending.NONE ? NEXT_WITHOUT_END : NEXT;
        return Duration.ofMillis(least + random.nextInt(600));
    }

    private Duration gap(Random random) {
        double share = 1 + (random.nextDouble() * 2 - 1) * jitter / 100;
        return Duration.ofNanos(Math.round(perKey * share * 1e6));
    }

    private Duration stall(Random random) {
        return load && random.nextInt(KEYS_PER_STALL) == 0 ? Duration.ofMillis(random.nextInt(LONGEST_STALL))
                : Duration.ZERO;
    }

    @Override
    public String toString() {
        return "%s, %d ms a key ± %d %%, %s%s%s".formatted(layout, perKey, jitter,
                ending.name().toLowerCase(Locale.ROOT).replace('_', ' '), prefix.isEmpty() ? "" : ", prefix " + prefix,
                load ? ", busy window" : "");
    }
}
