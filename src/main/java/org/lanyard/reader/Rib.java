package org.lanyard.reader;

/**
 * The shape of a bent line between two finder patterns, in modules against the straight one; fitted so that the timing pattern
 * on it alternates best, which tells it although nothing else in the code is known yet.
 *
 * @param bow        how far its middle is off sideways
 * @param shift      how far its middle is off along it, as where one end is nearer or turned away
 * @param squeeze    how far both halves are drawn outwards, as where both ends are turned away
 * @param regularity of the timing pattern, from -1 to 1
 */
record Rib(double bow, double shift, double squeeze, double regularity) {

    private static final double STEP = 0.8;
    private static final double MOST_BOW = 0.13;
    private static final double MOST_SHIFT = 0.07;
    private static final double MOST_SQUEEZE = 0.055;

    private static final double HOPEFUL = 0.4;

    /** Of two lines that alternate alike the one with more contrast lies nearer to the modules' middles; in shades of grey. */
    private static final double LITTLE = 20;

    /** Makes the greatest value of the cubic below one. */
    private static final double CUBIC = 2.6;

    double aside(double t) {
        return bow * 4 * t * (1 - t);
    }

    /** @param t from 0 at the one finder pattern's middle to 1 at the other's */
    double along(double t) {
        return 4 * t * (1 - t) * (shift - CUBIC * squeeze * (1 - 2 * t));
    }

    /** A straight line to bend: where it begins, a module's step along it, and one to its side, in pixels. */
    record Line(double x, double y, double alongX, double alongY, double asideX, double asideY) {}

    /** The best of all shapes that paper around a neck or a cup takes. */
    static Rib fitted(GreyFrame grey, Line line, int size, Budget budget) {
        double length = size - 7;
        Rib best = new Rib(0, 0, 0, -1);
        for (double bow = -MOST_BOW * length; bow <= MOST_BOW * length; bow += STEP) {
            for (double shift = -MOST_SHIFT * length; shift <= MOST_SHIFT * length; shift += STEP / 1.6) {
                budget.ask();
                for (double squeeze = 0; squeeze <= MOST_SQUEEZE * length; squeeze += STEP / 1.6) {
                    best = best.better(new Rib(bow, shift, squeeze, -1).measured(grey, line, size));
                }
            }
        }
        for (double step = STEP / 2; step > 0.05; step /= 2) {
            Rib from = best;
            for (int i = 0; i < 27; i++) {
                budget.ask();
                best = best.better(new Rib(from.bow + (i % 3 - 1) * step, from.shift + (i / 3 % 3 - 1) * step / 1.6,
                        from.squeeze + (i / 9 - 1) * step / 1.6, -1).measured(grey, line, size));
            }
        }
        return best;
    }

    private Rib better(Rib other) {
        return other.regularity > regularity ? other : this;
    }

    private Rib measured(GreyFrame grey, Line line, int size) {
        // shapes differ most in the middle, where all but a few can be given up
        int middle = size / 2;
        if (alternation(grey, line, size, Math.max(8, middle - 5), Math.min(size - 8, middle + 5)) < HOPEFUL) {
            return this;
        }
        return new Rib(bow, shift, squeeze, alternation(grey, line, size, 8, size - 8));
    }

    private double alternation(GreyFrame grey, Line line, int size, int from, int to) {
        return Timing.alternation(module -> value(grey, line, module, size), from, to, LITTLE);
    }

    private float value(GreyFrame grey, Line line, int module, int size) {
        double t = (module - 3.0) / (size - 7);
        double along = module - 3 + along(t);
        double aside = aside(t);
        return grey.at((float) (line.x + along * line.alongX + aside * line.asideX),
                (float) (line.y + along * line.alongY + aside * line.asideY));
    }
}
