package org.lanyard.reader.qr;

import java.util.Optional;
import org.lanyard.reader.frame.Budget;
import org.lanyard.reader.frame.GreyFrame;

final class AlignmentPattern {

    // Score lost for each module of distance: of two equally clear patterns the nearer one wins.
    private static final double DISTANCE_PENALTY = 0.012;
    // Score for the gap between the darkest light module and the lightest dark one.
    private static final double GAP_WEIGHT = 0.15;
    // Less brightness difference than this is noise.
    private static final float LEAST_CONTRAST = 12;
    private static final double COARSE_STEP = 0.5;
    private static final double FIRST_FINE_STEP = 0.25;
    private static final double LAST_FINE_STEP = 0.05;

    private final GreyFrame grey;
    private final Budget budget;

    AlignmentPattern(GreyFrame grey, Budget budget) {
        this.grey = grey;
        this.budget = budget;
    }

    /**
     * @param du offset from the expected place, in modules
     * @param x  its place in pixels
     */
    record Place(double du, double dv, double x, double y) {}

    /**
     * The clearest pattern within {@code reach} modules of (u, v).
     *
     * @param clear the least score, from 0 (nothing) to 1 (black on white)
     */
    Optional<Place> near(Grid plane, double u, double v, double reach, float clear) {
        Seen seen = clearest(plane, u, v, reach);
        if (seen.score < clear) {
            return Optional.empty();
        }
        for (double step = FIRST_FINE_STEP; step > LAST_FINE_STEP; step /= 2) {
            seen = refined(seen, plane, u, v, step);
        }
        return Optional.of(
                new Place(seen.du, seen.dv, plane.x(u + seen.du, v + seen.dv), plane.y(u + seen.du, v + seen.dv)));
    }

    private record Seen(double du, double dv, double score) {}

    private Seen clearest(Grid plane, double u, double v, double reach) {
        Seen best = new Seen(0, 0, 0);
        for (double dv = -reach; dv <= reach; dv += COARSE_STEP) {
            budget.check();
            for (double du = -reach; du <= reach; du += COARSE_STEP) {
                double score = score(plane, u + du, v + dv) - DISTANCE_PENALTY * Math.hypot(du, dv);
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

    // Light ring minus dark ring and centre, relative to the contrast.
    private double score(Grid plane, double u, double v) {
        float middle = value(plane, u, v);
        Ring light = ring(plane, u, v, 1);
        Ring dark = ring(plane, u, v, 2);
        float lightest = Math.max(middle, Math.max(light.most, dark.most));
        float darkest = Math.min(middle, Math.min(light.least, dark.least));
        float contrast = Math.max(LEAST_CONTRAST, lightest - darkest);
        float rings = light.sum / 8 - (dark.sum / 16 + middle) / 2;
        return rings / contrast + GAP_WEIGHT * (light.least - dark.most) / contrast;
    }

    private record Ring(float sum, float least, float most) {}

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
