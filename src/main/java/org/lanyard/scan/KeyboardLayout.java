package org.lanyard.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Undoes what a keyboard layout did to a wand's keys (R6). A wand presses the keys of an American keyboard; a computer
 * set to another layout writes other characters for the same keys. The layouts stand in {@code keyboards.txt}, which
 * {@code src/main/keyboards/make-keyboards.py} writes from X.Org's keyboard data; dead keys are their combining marks.
 */
public final class KeyboardLayout {

    private static final char NO_CHARACTER = '\uFFFD';
    // Unicode has no letter with an accent before this one.
    private static final char FIRST_ACCENTED = '\u00C0';
    // Dead keys, and what a computer writes for one before a letter that takes no such accent.
    private static final String MARKS = "\u0300\u0301\u0302\u0303\u0308\u030A\u030C\u0327\u030B\u0306\u0307\u0328";
    private static final String SPACING = "`\u00B4^~\u00A8\u00B0\u02C7\u00B8\u02DD\u02D8\u02D9\u02DB";

    // Of one text under one layout; a code has few letters that are of two keys.
    private static final int MOST_READINGS = 64;

    private static final List<KeyboardLayout> ALL = read();
    private static final KeyboardLayout WAND = ALL.getFirst();

    private final String name;
    private final String plain;
    private final String shifted;
    private final Keys keys;
    private final Keys keysUnderCapsLock;
    private final Keys keysUnderLettersLock;
    // Characters of two keys, as the Greek capital sigma; each with what a wand may have sent for it.
    private final Map<Character, String> ofTwoKeys = new HashMap<>();

    // What a wand sent for each character; every text is looked up under every layout, and most are ASCII.
    private record Keys(char[] ascii, Map<Character, Character> others) {

        static Keys of(Map<Character, Character> all) {
            addSpacing(all);
            char[] ascii = new char[128];
            for (char each = 0; each < ascii.length; each++) {
                ascii[each] = all.getOrDefault(each, NO_CHARACTER);
            }
            return new Keys(ascii, all);
        }

        char sentFor(char written) {
            char exactly = exactly(written);
            return exactly != NO_CHARACTER ? exactly : exactly(Character.toLowerCase(written));
        }

        private char exactly(char written) {
            return written < ascii.length ? ascii[written] : others.getOrDefault(written, NO_CHARACTER);
        }
    }

    private KeyboardLayout(String line, Optional<KeyboardLayout> wand) {
        String[] parts = line.split("\t");
        name = parts[0];
        plain = parts[1];
        shifted = parts[2];
        KeyboardLayout sent = wand.orElse(this);
        Map<Character, Character> usual = new HashMap<>();
        Map<Character, Character> capsLock = new HashMap<>();
        Map<Character, Character> lettersLock = new HashMap<>();
        for (int i = 0; i < plain.length(); i++) {
            if (Character.isLetter(shifted.charAt(i)) && usual.containsKey(shifted.charAt(i))) {
                ofTwoKeys.put(shifted.charAt(i), "" + usual.get(shifted.charAt(i)) + sent.shifted.charAt(i));
            }
            put(usual, plain.charAt(i), shifted.charAt(i), sent, i);
            put(capsLock, shifted.charAt(i), plain.charAt(i), sent, i);
            put(lettersLock, otherCase(plain.charAt(i)), otherCase(shifted.charAt(i)), sent, i);
        }
        keys = Keys.of(usual);
        keysUnderCapsLock = Keys.of(capsLock);
        keysUnderLettersLock = Keys.of(lettersLock);
    }

    private static void put(Map<Character, Character> keys, char plain, char shifted, KeyboardLayout sent, int key) {
        keys.put(plain, sent.plain.charAt(key));
        keys.putIfAbsent(shifted, sent.shifted.charAt(key));
        keys.remove(NO_CHARACTER);
    }

    private static void addSpacing(Map<Character, Character> keys) {
        for (int i = 0; i < MARKS.length(); i++) {
            if (keys.containsKey(MARKS.charAt(i))) {
                keys.putIfAbsent(SPACING.charAt(i), keys.get(MARKS.charAt(i)));
            }
        }
    }

    private static List<KeyboardLayout> read() {
        try (InputStream in = Objects.requireNonNull(KeyboardLayout.class.getResourceAsStream("keyboards.txt"))) {
            List<KeyboardLayout> layouts = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                layouts.add(new KeyboardLayout(line, layouts.stream().findFirst()));
            }
            return List.copyOf(layouts);
        } catch (IOException broken) {
            throw new IllegalStateException("the program's own keyboards.txt is broken", broken);
        }
    }

    public static List<KeyboardLayout> all() {
        return ALL;
    }

    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Texts that the wand may have sent for this one, under each layout with and without Caps Lock; never the text itself. */
    public static List<String> undone(String text) {
        Set<String> undone = new LinkedHashSet<>();
        String[] parts = parts(text);
        for (KeyboardLayout layout : ALL) {
            undone.add(undo(text, parts, layout.keys));
            for (String reading : layout.readings(text)) {
                undone.add(reading);
                undone.add(undo(reading, reading.equals(text) ? parts : parts(reading), layout.keys));
            }
            undone.add(undo(text, parts, layout.keysUnderCapsLock));
            undone.add(undo(text, parts, layout.keysUnderLettersLock));
        }
        undone.remove(text);
        return new ArrayList<>(undone);
    }

    // Texts that it may have been where a character is of two keys; all else of it may be undone already.
    private Set<String> readings(String text) {
        Set<String> readings = Set.of(text);
        for (int i = 0; i < text.length() && readings.size() <= MOST_READINGS; i++) {
            int at = i;
            String meanings = ofTwoKeys.getOrDefault(text.charAt(i), "");
            if (!meanings.isEmpty()) {
                readings = readings.stream().flatMap(each -> meanings.chars().mapToObj(sent -> each.substring(0, at)
                        + (char) sent + each.substring(at + 1))).collect(Collectors.toSet());
            }
        }
        return readings;
    }

    public String undo(String text) {
        return undo(text, parts(text), keys);
    }

    // Of each character its letter and its accent, empty where it is not just these; the same for every layout.
    private static String[] parts(String text) {
        String[] parts = new String[text.length()];
        for (int i = 0; i < parts.length; i++) {
            String each = text.charAt(i) < FIRST_ACCENTED ? ""
                    : Normalizer.normalize(String.valueOf(text.charAt(i)), Normalizer.Form.NFD);
            parts[i] = each.length() == 2 ? each : "";
        }
        return parts;
    }

    private static String undo(String text, String[] parts, Keys keys) {
        StringBuilder sent = new StringBuilder(text.length());
        for (int i = 0; i < parts.length; i++) {
            char written = text.charAt(i);
            char key = keys.sentFor(written);
            if (key != NO_CHARACTER) {
                sent.append(key);
            } else if (parts[i].isEmpty()) {
                sent.append(written);
            } else {
                sent.append(withDeadKey(written, parts[i], keys));
            }
        }
        return sent.toString();
    }

    // An accented letter is a dead key and a letter, where the layout has both.
    private static String withDeadKey(char written, String parts, Keys keys) {
        char mark = keys.sentFor(parts.charAt(1));
        char letter = keys.sentFor(parts.charAt(0));
        return mark != NO_CHARACTER && letter != NO_CHARACTER ? "" + mark + letter : String.valueOf(written);
    }

    /** The text that a computer with this layout writes for a wand that sends {@code text}. */
    public String garbled(String text) {
        StringBuilder written = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char here = written(text.charAt(i));
            boolean dead = MARKS.indexOf(here) >= 0;
            if (dead && i + 1 < text.length()) {
                i++;
                written.append(accented(here, written(text.charAt(i))));
            } else {
                written.append(dead ? SPACING.charAt(MARKS.indexOf(here)) : here);
            }
        }
        return written.toString();
    }

    private static String accented(char mark, char letter) {
        String both = Normalizer.normalize("" + letter + mark, Normalizer.Form.NFC);
        return both.length() == 1 ? both : "" + SPACING.charAt(MARKS.indexOf(mark)) + letter;
    }

    private char written(char sent) {
        int key = WAND.plain.indexOf(sent);
        return key >= 0 ? plain.charAt(key) : written(sent, WAND.shifted.indexOf(sent));
    }

    private char written(char sent, int key) {
        return key >= 0 ? shifted.charAt(key) : sent;
    }

    // Caps Lock's effect where it takes letters only, as on Linux and macOS.
    private static char otherCase(char c) {
        return Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c);
    }
}
