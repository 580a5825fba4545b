package org.lanyard.reader;

/** Finds an alignment pattern near where it should be: a dark middle, a light ring, a dark ring. */
final class AlignmentPattern {

    private final GreyFrame grey;
    private final Budget budget;

    AlignmentPattern(GreyFrame grey, Budget budget) {
        this.grey = grey;
        this.budget = budget;
    }

    /**
     * @param du how far along the code's own axes it is from where it was expected, in modules
     * @param x  where it is, in pixels
     */
    record Place(double du, double dv, double x, double y) {}

    /**
     * The clearest pattern within {@code reach} modules of (u, v), or null where none is clear.
     *
     * @param clear how clear, from 0 (nothing) to 1 (black on white)
     */
    Place near(Projection plane, double u, double v, double reach, float clear) {
        double bestU = 0;
        double bestV = 0;
        double best = 0;
        for (double dv = -reach; dv <= reach; dv += 0.5) {
            budget.ask();
            for (double du = -reach; du <= reach; du += 0.5) {
                double score = score(plane, u + du, v + dv) - 0.012 * Math.hypot(du, dv);
                if (score > best) {
                    best = score;
                    bestU = du;
                    bestV = dv;
                }
            }
        }
        if (best < clear) {
            return null;
        }
        for (double step = 0.25; step > 0.05; step /= 2) {
            double fromU = bestU;
            double fromV = bestV;
            for (int i = -1; i <= 1; i++) {
                for (int j = -1; j <= 1; j++) {
                    double score = score(plane, u + fromU + j * step, v + fromV + i * step);
                    if (score > best) {
                        best = score;
                        bestU = fromU + j * step;
                        bestV = fromV + i * step;
                    }
                }
            }
        }
        return new Place(bestU, bestV, plane.x(u + bestU, v + bestV), plane.y(u + bestU, v + bestV));
    }

    /** Light ring against dark ring and middle, of the contrast there is. */
    private double score(Projection plane, double u, double v) {
        float middle = value(plane, u, v);
        float light = 0;
        float dark = 0;
        float lightest = middle;
        float darkest = middle;
        float dimmestRing = 255;
        float brightestOuter = 0;
        for (int i = -2; i <= 2; i++) {
            for (int j = -2; j <= 2; j++) {
                int ring = Math.max(Math.abs(i), Math.abs(j));
                if (ring == 0) {
                    continue;
                }
                float value = value(plane, u + j, v + i);
                lightest = Math.max(lightest, value);
                darkest = Math.min(darkest, value);
                if (ring == 1) {
                    light += value;
                    dimmestRing = Math.min(dimmestRing, value);
                } else {
                    dark += value;
                    brightestOuter = Math.max(brightestOuter, value);
                }
            }
        }
        float contrast = Math.max(12, lightest - darkest);
        float rings = light / 8 - (dark / 16 + middle) / 2;
        return rings / contrast + 0.15 * (dimmestRing - brightestOuter) / contrast;
    }

    private float value(Projection plane, double u, double v) {
        return grey.at((float) plane.x(u, v), (float) plane.y(u, v));
    }
}
