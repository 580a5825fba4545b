package org.lanyard.badge;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;

/** Drawn above the template's own drawing; all lengths in millimetres from the badge's top left corner. */
public sealed interface Ink {

    record Outline(Shape shape, Color colour) implements Ink {}

    /**
     * A QR code.
     *
     * @param dark rows of modules, true where dark, without the quiet zone
     * @param box  the square it fills, quiet zone included
     */
    record Qr(boolean[][] dark, Rectangle2D box) implements Ink {

        /** Light modules on each side (ISO/IEC 18004, 6.3.8). */
        static final int QUIET = 4;

        /** Side of a module, in millimetres. */
        double module() {
            return box.getWidth() / (dark.length + 2 * QUIET);
        }
    }
}
