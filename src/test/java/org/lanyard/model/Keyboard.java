package org.lanyard.model;

import java.util.List;

/** What a wand that types a US keyboard's keys yields on a computer set to another layout, and back again (R6). */
record Keyboard(String name, String typed) {

    /** The keys in one order, first alone, then with shift: the same position is the same key. */
    private static final String US = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./"
            + "~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?";

    private static final String FRENCH = "²&é\"'(-è_çà)=azertyuiop^$*qsdfghjklmùwxcvbn,;:!";
    private static final String FRENCH_SHIFTED = "~1234567890°+AZERTYUIOP¨£µQSDFGHJKLM%WXCVBN?./§";
    private static final String GERMAN = "^1234567890ß´qwertzuiopü+#asdfghjklöäyxcvbnm,.-";
    private static final String GERMAN_SHIFTED = "°!\"§$%&/()=?`QWERTZUIOPÜ*'ASDFGHJKLÖÄYXCVBNM;:_";

    static final Keyboard AZERTY = new Keyboard("AZERTY", FRENCH + FRENCH_SHIFTED);
    static final Keyboard QWERTZ = new Keyboard("QWERTZ", GERMAN + GERMAN_SHIFTED);
    /** Caps Lock as Windows does it on these layouts: on every key as shift, the digits' row included. */
    static final Keyboard AZERTY_CAPS = new Keyboard("AZERTY, Caps Lock", FRENCH_SHIFTED + FRENCH);
    static final Keyboard QWERTZ_CAPS = new Keyboard("QWERTZ, Caps Lock", GERMAN_SHIFTED + GERMAN);
    /** Caps Lock as others do it: on letters alone, to which é, è, ç and à belong. */
    static final Keyboard AZERTY_LETTERS = new Keyboard("AZERTY, Caps Lock on letters", swapCase(AZERTY.typed));
    static final Keyboard QWERTZ_LETTERS = new Keyboard("QWERTZ, Caps Lock on letters", swapCase(QWERTZ.typed));

    /** Caps Lock alone needs no undoing: R1 folds case. */
    static final List<Keyboard> UNDERSTOOD = List.of(AZERTY, AZERTY_CAPS, AZERTY_LETTERS, QWERTZ,
            QWERTZ_CAPS, QWERTZ_LETTERS);

    /** What appears for a text; what no key types stays. */
    String garbled(String text) {
        return mapped(text, US, typed);
    }

    /** The text whose garbling is this. An accented capital is its small letter's key: Caps Lock on letters. */
    String undone(String text) {
        return mapped(text, typed, US);
    }

    private static String mapped(String text, String from, String to) {
        StringBuilder mapped = new StringBuilder();
        for (char c : text.toCharArray()) {
            int key = from.indexOf(c) < 0 ? from.indexOf(Character.toLowerCase(c)) : from.indexOf(c);
            mapped.append(key < 0 ? c : to.charAt(key));
        }
        return mapped.toString();
    }

    static String swapCase(String text) {
        StringBuilder swapped = new StringBuilder();
        for (char c : text.toCharArray()) {
            swapped.append(Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
        }
        return swapped.toString();
    }
}
