package org.lanyard.desk;

import java.util.stream.Collectors;

/**
 * Bounds text from rosters, scans and files before it is laid out. A cluster of thousands of combining marks takes JavaFX
 * minutes to measure, and a text without end takes as long to break into lines.
 */
public final class ShownText {

    /** Longest name or value shown in one line, in code points. */
    public static final int LONGEST_LINE = 200;
    /** Longest note shown, in code points. */
    public static final int LONGEST_TEXT = 4_000;
    private static final int MOST_LINES = 60;
    // Symbols (pictures, flags), and marks after the first on a letter: JavaFX lays each out by itself, in a font of its own,
    // so that two hundred take a second. No name has so many.
    private static final int MOST_HARD = 40;
    private static final int MOST_HARD_IN_TEXT = 200;
    // Combining marks kept on one letter; Hebrew with vowels and accents uses four.
    private static final int MOST_MARKS = 4;
    private static final char SOFT_HYPHEN = 0xAD;
    private static final String CUT = "…";

    private ShownText() {}

    /** One line: line breaks become spaces, control and bidirectional override characters are dropped, the rest is cut. */
    public static String line(String text) {
        return isHarmless(text) ? text : bounded(text, LONGEST_LINE, MOST_HARD, false);
    }

    public static String text(String text) {
        if (isHarmless(text)) {
            return text;
        }
        String shown = bounded(text, LONGEST_TEXT, MOST_HARD_IN_TEXT, true);
        return text.length() > LONGEST_TEXT || hasMany(text)
                ? shown.lines().limit(MOST_LINES).collect(Collectors.joining("\n")) : shown;
    }

    private static boolean hasMany(String text) {
        return text.lines().limit(MOST_LINES + 1L).count() > MOST_LINES;
    }

    // True for what nearly every name is: short, and of letters that need no second look.
    private static boolean isHarmless(String text) {
        if (text.length() > LONGEST_LINE) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7F && c < 0xA0 || c == SOFT_HYPHEN
                    || c >= 0x300 && !Character.isLetterOrDigit(c) && !isPlain(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c) {
        return c >= 0x2010 && c <= 0x2027 || c >= 0x3000 && c < 0x302A || c > 0x302F && c <= 0x303F;
    }

    private static String bounded(String text, int longest, int mostHard, boolean lines) {
        StringBuilder kept = new StringBuilder();
        int taken = 0;
        int marks = 0;
        int hard = 0;
        for (int i = 0; i < text.length() && taken < longest;) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            marks = isMark(c) ? marks + 1 : marksAfter(c, marks);
            if (isHard(c, marks) && ++hard > mostHard) {
                return kept.append(CUT).toString();
            }
            if (c == '\n' && lines) {
                kept.append('\n');
                taken++;
            } else if (Character.isWhitespace(c)) {
                kept.append(' ');
                taken++;
            } else if (marks <= MOST_MARKS && isShown(c)) {
                kept.appendCodePoint(c);
                taken++;
            }
            if (taken == longest && i < text.length()) {
                kept.append(CUT);
            }
        }
        return kept.toString();
    }

    private static boolean isHard(int c, int marks) {
        return Character.getType(c) == Character.OTHER_SYMBOL || isMark(c) && marks > 1 && marks <= MOST_MARKS;
    }

    // A character that is dropped does not part the marks around it.
    private static int marksAfter(int c, int marks) {
        return isShown(c) ? 0 : marks;
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    // Joiners stay, since Indic scripts, Persian and emoji need them.
    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
            case Character.FORMAT -> c == 0x200C || c == 0x200D;
            default -> true;
        };
    }
}
