package org.lanyard.scan;

/**
 * Bounds of a text that comes from outside, so that none can fill a screen, stop the drawing of one, or reach beyond its
 * line. The numbers are far above what people write: names of 200 characters, four marks on one letter, notes of a page.
 *
 * @param longest   in UTF-16 units
 * @param mostLines beyond which a line end becomes a space
 */
public record TextLimits(int longest, int mostLines) {

    public static final TextLimits NAME = new TextLimits(300, 1);
    public static final TextLimits LINE = new TextLimits(500, 1);
    public static final TextLimits NOTE = new TextLimits(4000, 60);

    // Vietnamese and Thai need three in a row, Hebrew with cantillation four, Tibetan some six.
    private static final int MOST_MARKS = 8;

    private static final int MARKS = 1 << Character.NON_SPACING_MARK | 1 << Character.ENCLOSING_MARK;

    public static TextLimits of(Detail detail) {
        return switch (detail) {
            case NOTE, ATTENTION, BLOCKED -> NOTE;
            default -> NAME;
        };
    }

    /** Returns the same instance where the text keeps the limits. */
    public String cut(String text) {
        return keeps(text) ? text : shortened(text);
    }

    public boolean keeps(String text) {
        int marks = 0;
        int lines = 1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            marks = isMark(c) ? marks + 1 : 0;
            lines += isLineEnd(c) ? 1 : 0;
            if (marks > MOST_MARKS || lines > mostLines || isControl(c)) {
                return false;
            }
        }
        return text.length() <= longest;
    }

    private String shortened(String text) {
        StringBuilder kept = new StringBuilder(Math.min(text.length(), longest));
        int marks = 0;
        int lines = 1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            marks = isMark(c) ? marks + 1 : 0;
            lines += isLineEnd(c) ? 1 : 0;
            if (kept.length() + Character.charCount(c) > longest) {
                break;
            }
            if (marks <= MOST_MARKS && !isControl(c)) {
                kept.appendCodePoint(isLineEnd(c) && lines > mostLines ? ' ' : c);
            }
        }
        return kept.toString();
    }

    private static boolean isMark(int c) {
        return c >= 0x300 && (1 << Character.getType(c) & MARKS) != 0;
    }

    private static boolean isLineEnd(int c) {
        return c == '\n' || c == 0x2028 || c == 0x2029;
    }

    private static boolean isControl(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t';
    }
}
