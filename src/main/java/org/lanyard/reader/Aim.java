package org.lanyard.reader;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanyard.reader.frame.Sighting;

/**
 * Decides which code of a camera's frames counts, so that a neighbour's badge does not. The one nearest to the middle counts,
 * a frame later, if no unread symbol lies nearer. Outside the middle part a code counts only after half a second alone in
 * which nothing came into focus in the middle. Two codes that take turns in the middle part do not count. Not thread-safe;
 * times are those of one monotonic clock, in nanoseconds.
 */
public final class Aim {

    public enum Hint {
        NONE,
        MIDDLE,
        TWO
    }

    /**
     * @param counted a code to be taken as scanned; one that stays counts again in each frame
     * @param nearest the code nearest to the middle
     */
    public record Decision(Optional<Sighting> counted, Optional<Sighting> nearest, Hint hint) {}

    private static final long ALONE = Duration.ofMillis(500).toNanos();
    // A code that is not read for this long has gone.
    private static final long GONE = Duration.ofMillis(300).toNanos();
    // Two codes in the middle part within this time are two badges; changing badges by hand takes longer.
    private static final long TURN = Duration.ofMillis(400).toNanos();
    // A symbol that stays unread for longer does not hold up a code in the middle part: it may be a picture on a shirt.
    private static final long HELD_UP = Duration.ofSeconds(1).toNanos();
    // Two codes in the middle part whose distances differ by less, in half widths, are equally near.
    private static final double EQUALLY_NEAR = 0.08;
    // Growth of the sharpness that is more than a camera's noise.
    private static final double FOCUSING = 1.03;
    private static final double FOCUSING_LEAST = 0.03;

    private final Map<String, Long> central = new HashMap<>();
    private Optional<Sighting> pending = Optional.empty();
    private String counted = "";
    private String outside = "";
    private long outsideSince;
    private long outsideSeen;
    private double outsideSharpness;
    private String heldUp = "";
    private long heldUpSince;

    boolean waits() {
        return pending.isPresent();
    }

    Decision look(View view, long now) {
        central.values().removeIf(seen -> now - seen > TURN);
        Optional<Sighting> nearest = view.codes().stream().findFirst();
        if (nearest.isEmpty()) {
            if (!view.unread().isEmpty()) {
                outside = "";
            }
            return lookAway();
        }
        Sighting code = nearest.get();
        boolean behind = view.unreadNearerThan(code);
        return view.middle().holds(code) ? inMiddle(code, behind, view, now) : outside(code, behind, view, now);
    }

    Decision lookAway() {
        Optional<Sighting> told = pending;
        pending = Optional.empty();
        told.ifPresent(code -> counted = code.code().text());
        return new Decision(told, Optional.empty(), Hint.NONE);
    }

    private Decision inMiddle(Sighting code, boolean behind, View view, long now) {
        outside = "";
        String text = code.code().text();
        if (behind && !heldUpLongEnough(text, now)) {
            pending = Optional.empty();
            return new Decision(Optional.empty(), Optional.of(code), Hint.NONE);
        }
        rivals(code, view).forEach(rival -> central.put(rival.code().text(), now));
        central.put(text, now);
        if (central.size() > 1) {
            pending = Optional.empty();
            counted = "";
            return new Decision(Optional.empty(), Optional.of(code), Hint.TWO);
        }
        boolean again = text.equals(counted) || pending.isPresent();
        pending = again ? Optional.empty() : Optional.of(code);
        counted = again ? text : "";
        return new Decision(again ? Optional.of(code) : Optional.empty(), Optional.of(code), Hint.NONE);
    }

    // Codes about as near to the middle.
    private static List<Sighting> rivals(Sighting code, View view) {
        double distance = view.middle().distance(code);
        return view.codes().stream().skip(1).filter(view.middle()::holds)
                .filter(other -> view.middle().distance(other) - distance < EQUALLY_NEAR).toList();
    }

    private boolean heldUpLongEnough(String text, long now) {
        if (!text.equals(heldUp)) {
            heldUp = text;
            heldUpSince = now;
        }
        return now - heldUpSince > HELD_UP;
    }

    private Decision outside(Sighting code, boolean behind, View view, long now) {
        Decision waiting = lookAway();
        String text = code.code().text();
        boolean focusing = view.sharpness() > FOCUSING * outsideSharpness + FOCUSING_LEAST;
        boolean alone = view.codes().size() == 1 && !behind && central.isEmpty();
        if (!alone || focusing || !text.equals(outside) || now - outsideSeen > GONE) {
            outside = text;
            outsideSince = now;
            outsideSharpness = view.sharpness();
        }
        outsideSharpness = Math.min(outsideSharpness, view.sharpness());
        outsideSeen = now;
        if (waiting.counted().isPresent()) {
            return waiting;
        }
        boolean counts = now - outsideSince >= ALONE;
        return new Decision(counts ? Optional.of(code) : Optional.empty(), Optional.of(code),
                counts ? Hint.NONE : Hint.MIDDLE);
    }
}
