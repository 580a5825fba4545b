package org.lanyard.reader.qr;

import org.lanyard.reader.frame.Budget;
import org.lanyard.reader.frame.GreyFrame;

/**
 * The shape of a bent grid line between two finder patterns, in modules relative to the straight one; fitted so that the
 * timing pattern on it alternates best.
 *
 * @param bow        sideways offset of its middle
 * @param shift      lengthwise offset of its middle, as where one end is nearer
 * @param squeeze    outward offset of both halves, as where both ends are turned away
 * @param regularity alternation of the timing pattern, from -1 to 1
 */
record GridLine(double bow, double shift, double squeeze, double regularity) {

    private static final double STEP = 0.8;
    // The search along the line is finer than the one across by this factor.
    private static final double FINER_ALONG = 1.6;
    private static final double LAST_STEP = 0.05;
    // Bounds of each parameter, relative to the line's length.
    private static final double MOST_BOW = 0.13;
    private static final double MOST_SHIFT = 0.07;
    private static final double MOST_SQUEEZE = 0.055;

    // Alternation in the line's middle below which a shape is given up.
    private static final double HOPEFUL = 0.4;
    // Half the length of that middle, in modules.
    private static final int MIDDLE = 5;

    // Brightness differences to ignore: of two shapes that alternate alike, the one with more contrast wins.
    private static final double NOISE = 20;

    // Scales the greatest value of the cubic below to one.
    private static final double CUBIC = 2.6;

    double aside(double t) {
        return bow * 4 * t * (1 - t);
    }

    /** @param t from 0 at one finder pattern's centre to 1 at the other's */
    double along(double t) {
        return 4 * t * (1 - t) * (shift - CUBIC * squeeze * (1 - 2 * t));
    }

    /** The straight line, in pixels: its beginning, and one module's step along it and to its side. */
    record Baseline(double x, double y, double alongX, double alongY, double asideX, double asideY) {}

    static GridLine fit(GreyFrame grey, Baseline line, int size, Budget budget) {
        double length = size - 7;
        GridLine best = new GridLine(0, 0, 0, -1);
        for (double bow = -MOST_BOW * length; bow <= MOST_BOW * length; bow += STEP) {
            for (double shift = -MOST_SHIFT * length; shift <= MOST_SHIFT * length; shift += STEP / FINER_ALONG) {
                budget.check();
                for (double squeeze = 0; squeeze <= MOST_SQUEEZE * length; squeeze += STEP / FINER_ALONG) {
                    best = best.better(new GridLine(bow, shift, squeeze, -1).measured(grey, line, size));
                }
            }
        }
        for (double step = STEP / 2; step > LAST_STEP; step /= 2) {
            GridLine from = best;
            for (int i = 0; i < 27; i++) {
                budget.check();
                best = best.better(
                        new GridLine(from.bow + (i % 3 - 1) * step, from.shift + (i / 3 % 3 - 1) * step / FINER_ALONG,
                                from.squeeze + (i / 9 - 1) * step / FINER_ALONG, -1).measured(grey, line, size));
            }
        }
        return best;
    }

    private GridLine better(GridLine other) {
        return other.regularity > regularity ? other : this;
    }

    private GridLine measured(GreyFrame grey, Baseline line, int size) {
        // shapes differ most in the middle: all but a few are given up there
        int middle = size / 2;
        if (alternation(grey, line, size, Math.max(8, middle - MIDDLE), Math.min(size - 8, middle + MIDDLE)) < HOPEFUL) {
            return this;
        }
        return new GridLine(bow, shift, squeeze, alternation(grey, line, size, 8, size - 8));
    }

    private double alternation(GreyFrame grey, Baseline line, int size, int from, int to) {
        return Timing.alternation(module -> value(grey, line, module, size), from, to, NOISE);
    }

    private float value(GreyFrame grey, Baseline line, int module, int size) {
        double t = (module - 3.0) / (size - 7);
        double along = module - 3 + along(t);
        double aside = aside(t);
        return grey.at((float) (line.x + along * line.alongX + aside * line.asideX),
                (float) (line.y + along * line.alongY + aside * line.asideY));
    }
}
