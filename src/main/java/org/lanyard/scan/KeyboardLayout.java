package org.lanyard.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Undoes what a keyboard layout did to a wand's keys (R6). A wand presses the keys of an American keyboard; a computer
 * set to a French or German one writes other characters for the same keys. The rows are the layouts' standard key
 * charts (kbdus, kbdfr, kbdgr), key by key in one order.
 */
public enum KeyboardLayout {
    AZERTY("²&é\"'(-è_çà)=azertyuiop^$qsdfghjklmù*wxcvbn,;:!",
            "³1234567890°+AZERTYUIOP¨£QSDFGHJKLM%µWXCVBN?./§"),
    QWERTZ("^1234567890ß´qwertzuiopü+asdfghjklöä#yxcvbnm,.-",
            "°!\"§$%&/()=?`QWERTZUIOPÜ*ASDFGHJKLÖÄ'YXCVBNM;:_");

    private static final String WAND = "`1234567890-=qwertyuiop[]asdfghjkl;'\\zxcvbnm,./";
    private static final String WAND_SHIFTED = "~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:\"|ZXCVBNM<>?";

    private final Map<Character, Character> keys = new HashMap<>();
    private final Map<Character, Character> keysUnderCapsLock = new HashMap<>();
    private final Map<Character, Character> keysUnderLettersLock = new HashMap<>();

    KeyboardLayout(String plain, String shifted) {
        for (int i = 0; i < plain.length(); i++) {
            put(keys, plain.charAt(i), shifted.charAt(i), i);
            put(keysUnderCapsLock, shifted.charAt(i), plain.charAt(i), i);
            put(keysUnderLettersLock, otherCase(plain.charAt(i)), otherCase(shifted.charAt(i)), i);
        }
    }

    private static void put(Map<Character, Character> keys, char plain, char shifted, int key) {
        keys.put(plain, wand(WAND, key));
        keys.putIfAbsent(shifted, wand(WAND_SHIFTED, key));
    }

    private static char wand(String row, int key) {
        return row.charAt(key);
    }

    /** What the wand may have sent for this text, under each layout with and without Caps Lock; never the text itself. */
    public static List<String> undone(String text) {
        Set<String> undone = new LinkedHashSet<>();
        for (KeyboardLayout layout : values()) {
            undone.add(undo(text, layout.keys));
            undone.add(undo(text, layout.keysUnderCapsLock));
            undone.add(undo(text, layout.keysUnderLettersLock));
        }
        undone.remove(text);
        return new ArrayList<>(undone);
    }

    /** What a wand sent where a computer with this layout, and no Caps Lock, wrote {@code text}. */
    public String undo(String text) {
        return undo(text, keys);
    }

    /** The layout under which what was sent is written as what arrived; empty where none is, or it arrived as sent. */
    public static Optional<KeyboardLayout> garbling(String sent, String arrived) {
        return Arrays.stream(values()).filter(layout -> !arrived.equals(sent) && layout.undo(arrived).equals(sent))
                .findFirst();
    }

    /** What Caps Lock does where it takes letters only, as on Linux and macOS. */
    private static char otherCase(char c) {
        return Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c);
    }

    /** What a wand that sends {@code text} makes a computer with this layout write. */
    public String garbled(String text) {
        StringBuilder written = new StringBuilder(text.length());
        for (char sent : text.toCharArray()) {
            written.append(keys.entrySet().stream().filter(key -> key.getValue() == sent).map(Map.Entry::getKey)
                    .findFirst().orElse(sent));
        }
        return written.toString();
    }

    private static String undo(String text, Map<Character, Character> keys) {
        StringBuilder sent = new StringBuilder(text.length());
        for (char written : text.toCharArray()) {
            Character lower = keys.get(Character.toLowerCase(written));
            sent.append(keys.getOrDefault(written, lower == null ? written : lower));
        }
        return sent.toString();
    }
}
