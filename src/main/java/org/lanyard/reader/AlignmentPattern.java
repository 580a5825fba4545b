package org.lanyard.reader;

/** Finds an alignment pattern near where it should be: a dark middle, a light ring, a dark ring. */
final class AlignmentPattern {

    /** Of two that are as clear the nearer one, by so much a module. */
    private static final double FARTHER = 0.012;

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
    Place near(Grid plane, double u, double v, double reach, float clear) {
        Seen seen = clearest(plane, u, v, reach);
        if (seen.score < clear) {
            return null;
        }
        for (double step = 0.25; step > 0.05; step /= 2) {
            seen = refined(seen, plane, u, v, step);
        }
        return new Place(seen.du, seen.dv, plane.x(u + seen.du, v + seen.dv), plane.y(u + seen.du, v + seen.dv));
    }

    private record Seen(double du, double dv, double score) {}

    private Seen clearest(Grid plane, double u, double v, double reach) {
        Seen best = new Seen(0, 0, 0);
        for (double dv = -reach; dv <= reach; dv += 0.5) {
            budget.ask();
            for (double du = -reach; du <= reach; du += 0.5) {
                double score = score(plane, u + du, v + dv) - FARTHER * Math.hypot(du, dv);
                best = score > best.score ? new Seen(du, dv, score) : best;
            }
        }
        return best;
    }

    private Seen refined(Seen from, Grid plane, double u, double v, double step) {
        Seen best = from;
        for (int i = 0; i < 9; i++) {
            double du = from.du + (i % 3 - 1) * step;
            double dv = from.dv + (i / 3 - 1) * step;
            double score = score(plane, u + du, v + dv);
            best = score > best.score ? new Seen(du, dv, score) : best;
        }
        return best;
    }

    /** Light ring against dark ring and middle, of the contrast there is; a little better where no module is against it. */
    private double score(Grid plane, double u, double v) {
        float middle = value(plane, u, v);
        Ring light = ring(plane, u, v, 1);
        Ring dark = ring(plane, u, v, 2);
        float lightest = Math.max(middle, Math.max(light.most, dark.most));
        float darkest = Math.min(middle, Math.min(light.least, dark.least));
        float contrast = Math.max(12, lightest - darkest);
        float rings = light.sum / 8 - (dark.sum / 16 + middle) / 2;
        return rings / contrast + 0.15 * (light.least - dark.most) / contrast;
    }

    private record Ring(float sum, float least, float most) {}

    /** The modules of a square around a middle. */
    private Ring ring(Grid plane, double u, double v, int reach) {
        float sum = 0;
        float least = 255;
        float most = 0;
        for (int i = -reach; i <= reach; i++) {
            int step = Math.abs(i) == reach ? 1 : 2 * reach;
            for (int j = -reach; j <= reach; j += step) {
                float value = value(plane, u + j, v + i);
                sum += value;
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        return new Ring(sum, least, most);
    }

    private float value(Grid plane, double u, double v) {
        return grey.at((float) plane.x(u, v), (float) plane.y(u, v));
    }
}
