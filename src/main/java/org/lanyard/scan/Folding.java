package org.lanyard.scan;

import java.text.Normalizer;
import java.util.Locale;

/** Text as people compare it: without case, accents and the letters that Unicode does not decompose. */
public final class Folding {

    private static final String LETTERS = "łøßæœđðþıħ";
    private static final String[] FOLDED = {"l", "o", "ss", "ae", "oe", "d", "d", "th", "i", "h"};

    private Folding() {}

    public static String fold(String text) {
        return ascii(text) ? text.toLowerCase(Locale.ROOT) : foldUnicode(text);
    }

    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String foldUnicode(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            int special = LETTERS.indexOf(c);
            if (special >= 0) {
                folded.append(FOLDED[special]);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                folded.append(c);
            }
        }
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    /** A name as a slug: folded, its words joined by {@code -}; empty where it has no letter or digit. */
    public static String slug(String name) {
        StringBuilder slug = new StringBuilder();
        for (int c : fold(name).codePoints().toArray()) {
            if (Character.isLetterOrDigit(c) || c == '_') {
                slug.appendCodePoint(c);
            } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        while (!slug.isEmpty() && slug.charAt(slug.length() - 1) == '-') {
            slug.setLength(slug.length() - 1);
        }
        return slug.toString();
    }
}
