package org.lanyard.desk.wand;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    public static final Calibration NONE = new Calibration(Map.of());

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String MARK = "lanyardcheck";
    // Dead keys, and what a computer writes for one by itself.
    private static final String MARKS = "\u0300\u0301\u0302\u0303\u0308\u030A\u030C\u0327\u030B\u0306\u0307\u0328";
    private static final String SPACING = "`\u00B4^~\u00A8\u00B0\u02C7\u00B8\u02DD\u02D8\u02D9\u02DB";
    // The Greek layout has one, its capital sigma.
    private static final int MOST_OF_TWO_KEYS = 2;

    private static String codeText() {
        return MARK + "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:1-2_3/4.5?6=7&8%9+0";
    }

    /**
     * Learnt from one scan.
     *
     * @param prefix what the wand puts before a code, as it arrives; {@code suffix} what it puts behind
     */
    public record Learnt(Calibration calibration, String prefix, String suffix) {}

    public static Optional<Learnt> learn(String arrived) {
        return Stream.concat(Stream.of(arrived), MARKS.chars().mapToObj(mark -> apart(arrived, (char) mark)))
                .flatMap(Calibration::learnWithin).findFirst();
    }

    private static Stream<Learnt> learnWithin(String arrived) {
        return IntStream.rangeClosed(0, arrived.length() - CODE.length()).boxed()
                .flatMap(from -> learn(arrived, from, from + CODE.length()).stream());
    }

    private static Optional<Learnt> learn(String arrived, int from, int to) {
        Map<String, String> sent = new HashMap<>();
        Set<String> ofTwoKeys = new HashSet<>();
        for (int i = from; i < to; i++) {
            String was = CODE.substring(i - from, i - from + 1);
            String before = sent.put(arrived.substring(i, i + 1), was);
            if (before != null && !before.equals(was)) {
                ofTwoKeys.add(arrived.substring(i, i + 1));
            }
        }
        sent.entrySet().removeIf(each -> each.getKey().equals(each.getValue()) || ofTwoKeys.contains(each.getKey()));
        Set<String> lost = letters(arrived.substring(from, to), ofTwoKeys);
        boolean learnt = ofTwoKeys.size() <= MOST_OF_TWO_KEYS && lost.isEmpty();
        return learnt ? Optional.of(new Learnt(new Calibration(Map.copyOf(sent)), arrived.substring(0, from),
                arrived.substring(to))) : Optional.empty();
    }

    private static Set<String> letters(String arrived, Set<String> ofTwoKeys) {
        Set<String> lost = new HashSet<>(List.of(LETTERS.split("")));
        for (int i = 0; i < arrived.length(); i++) {
            if (!ofTwoKeys.contains(arrived.substring(i, i + 1))) {
                lost.remove(CODE.substring(i, i + 1));
            }
        }
        return lost;
    }

    // Each letter that a dead key's accent stands on as two characters: the accent by itself, and the letter.
    private static String apart(String arrived, char mark) {
        StringBuilder parts = new StringBuilder(arrived.length());
        for (char c : arrived.toCharArray()) {
            String both = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            boolean accented = both.length() == 2 && both.charAt(1) == mark;
            parts.append(accented ? "" + SPACING.charAt(MARKS.indexOf(mark)) + both.charAt(0) : c);
        }
        return parts.toString();
    }

    public String undo(String arrived) {
        if (sent.isEmpty()) {
            return arrived;
        }
        StringBuilder undone = new StringBuilder(arrived.length());
        arrived.chars().forEach(c -> undone.append(undo((char) c)));
        return undone.toString();
    }

    private String undo(char arrived) {
        String character = String.valueOf(arrived);
        String both = Normalizer.normalize(character, Normalizer.Form.NFD);
        int mark = both.length() == 2 ? MARKS.indexOf(both.charAt(1)) : -1;
        String accent = mark < 0 ? "" : String.valueOf(SPACING.charAt(mark));
        if (!sent.containsKey(character) && sent.containsKey(accent)) {
            String letter = both.substring(0, 1);
            return sent.get(accent) + sent.getOrDefault(letter, letter);
        }
        return sent.getOrDefault(character, character);
    }

    public boolean isPlain() {
        return sent.isEmpty();
    }

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
