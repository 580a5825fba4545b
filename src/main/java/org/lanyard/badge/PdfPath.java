package org.lanyard.badge;

import java.awt.geom.PathIterator;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/**
 * Writes outlines in millimetres, rounded to what no printer shows. PDF has no quadratic curves; each is written as the cubic one
 * of the same shape.
 */
final class PdfPath {

    // Steps in a millimetre: 2540 to the inch.
    private static final int STEPS = 100;

    private final PDPageContentStream out;
    private double x;
    private double y;

    PdfPath(PDPageContentStream out) {
        this.out = out;
    }

    void add(int segment, double[] at) throws IOException {
        switch (segment) {
            case PathIterator.SEG_MOVETO -> {
                out.moveTo(rounded(at[0]), rounded(at[1]));
                reach(at[0], at[1]);
            }
            case PathIterator.SEG_LINETO -> {
                out.lineTo(rounded(at[0]), rounded(at[1]));
                reach(at[0], at[1]);
            }
            case PathIterator.SEG_QUADTO -> {
                out.curveTo(third(x, at[0]), third(y, at[1]), third(at[2], at[0]), third(at[3], at[1]), rounded(at[2]),
                        rounded(at[3]));
                reach(at[2], at[3]);
            }
            case PathIterator.SEG_CUBICTO -> {
                out.curveTo(rounded(at[0]), rounded(at[1]), rounded(at[2]), rounded(at[3]), rounded(at[4]), rounded(at[5]));
                reach(at[4], at[5]);
            }
            default -> out.closePath();
        }
    }

    private void reach(double toX, double toY) {
        x = toX;
        y = toY;
    }

    private static float third(double end, double control) {
        return rounded(end + 2.0 / 3 * (control - end));
    }

    private static float rounded(double mm) {
        return Math.round(mm * STEPS) / (float) STEPS;
    }
}
