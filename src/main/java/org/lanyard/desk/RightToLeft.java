package org.lanyard.desk;

import java.text.Bidi;
import javafx.geometry.NodeOrientation;

/**
 * Text that reads from the right, such as names in Arabic or Hebrew. JavaFX 26 throws while it lays out the window where
 * it breaks a line within such text ({@code PrismTextLayout.computeTrailingSpaceWidth} takes an index before the text's
 * begin), so it is never left to break one.
 */
public final class RightToLeft {

    // In characters; few enough for the narrowest column that shows names.
    private static final int LINE = 24;

    private RightToLeft() {}

    public static boolean in(String text) {
        return text != null && Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }

    public static NodeOrientation orientation(String text) {
        return in(text) && new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).getBaseLevel() == 1
                ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT;
    }

    /** The text with line breaks in place of some of its spaces where any of it reads from the right, else as it is. */
    public static String lines(String text) {
        return lines(text, LINE);
    }

    public static String lines(String text, int longest) {
        if (!in(text)) {
            return text;
        }
        StringBuilder lines = new StringBuilder(text);
        int begin = 0;
        int space = -1;
        for (int i = 0; i < lines.length(); i++) {
            switch (lines.charAt(i)) {
                case '\n' -> begin = i + 1;
                case ' ' -> space = i;
                default -> {}
            }
            if (i - begin >= longest && space > begin) {
                lines.setCharAt(space, '\n');
                begin = space + 1;
            }
        }
        return lines.toString();
    }
}
