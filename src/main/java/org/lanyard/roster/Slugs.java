package org.lanyard.roster;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import org.lanyard.scan.Folding;

public final class Slugs {

    private static final String NAMELESS = "product";
    private static final int LONGEST = 80;

    private Slugs() {}

    /** The slug of a conference: ASCII letters and digits, words joined by {@code -}; never empty. */
    public static String ofConference(String name) {
        String slug = Folding.slug(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "conference" : slug.substring(0, Math.min(LONGEST, slug.length()));
    }

    /**
     * The slug of a product: Latin letters without their accents, letters of other scripts with their
     * marks, and digits, words joined by {@code -}.
     *
     * @param taken by another product; the slug then ends in {@code -2}, {@code -3} and so on
     */
    static String ofProduct(String name, Predicate<String> taken) {
        String slug = of(name);
        String free = slug;
        for (int i = 2; taken.test(free); i++) {
            free = slug + "-" + i;
        }
        return free;
    }

    private static String of(String name) {
        StringBuilder slug = new StringBuilder();
        Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFC).codePoints().forEach(c -> {
            if (Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN) {
                slug.append(Folding.fold(Character.toString(c)));
            } else if (Character.isLetterOrDigit(c) || mark(c) && !slug.isEmpty()) {
                slug.appendCodePoint(c);
            } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        });
        while (!slug.isEmpty() && slug.charAt(slug.length() - 1) == '-') {
            slug.setLength(slug.length() - 1);
        }
        return slug.isEmpty() ? NAMELESS : slug.toString();
    }

    private static boolean mark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
