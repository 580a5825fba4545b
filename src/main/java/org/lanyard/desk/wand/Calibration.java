package org.lanyard.desk.wand;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Undoes what a keyboard layout makes of each character that a code can hold, learnt from one scan of the calibration code.
 *
 * @param sent by what arrived: a character, or with a dead key two of them
 */
public record Calibration(Map<String, String> sent) {

    /**
     * The calibration code: every character of codes, each once; each sign stands before a digit, so that a dead key
     * shows what it does.
     */
    public static final String CODE = codeText();
    /** Nothing is garbled. */
    public static final Calibration NONE = new Calibration(Map.of());

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String MARK = "lanyardcheck";

    private static String codeText() {
        return MARK + "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:1-2_3/4.5?6=7&8%9+0";
    }

    /** Empty where no calibration code can have arrived so. */
    public static Optional<Calibration> learn(String arrived) {
        if (arrived.length() != CODE.length()) {
            return Optional.empty();
        }
        Map<String, String> sent = new HashMap<>();
        for (int i = 0; i < arrived.length(); i++) {
            String was = CODE.substring(i, i + 1);
            String before = sent.put(arrived.substring(i, i + 1), was);
            if (before != null && !before.equals(was)) {
                return Optional.empty();
            }
        }
        boolean letters = LETTERS.chars().allMatch(c -> sent.containsValue(String.valueOf((char) c)));
        sent.entrySet().removeIf(each -> each.getKey().equals(each.getValue()));
        return letters ? Optional.of(new Calibration(Map.copyOf(sent))) : Optional.empty();
    }

    public String undo(String arrived) {
        if (sent.isEmpty()) {
            return arrived;
        }
        StringBuilder undone = new StringBuilder(arrived.length());
        arrived.chars().mapToObj(c -> String.valueOf((char) c)).forEach(c -> undone.append(sent.getOrDefault(c, c)));
        return undone.toString();
    }

    /** Nothing has to be undone. */
    public boolean isPlain() {
        return sent.isEmpty();
    }

    /** As one line to be kept, which {@link #of} reads; empty for a plain one. */
    public String kept() {
        StringBuilder line = new StringBuilder();
        sent.forEach((arrived, was) -> line.append(arrived).append(was));
        return line.toString();
    }

    static Calibration of(String kept) {
        Map<String, String> sent = new HashMap<>();
        for (int i = 0; i + 1 < kept.length(); i += 2) {
            sent.put(kept.substring(i, i + 1), kept.substring(i + 1, i + 2));
        }
        return new Calibration(Map.copyOf(sent));
    }
}
