package org.lanyard.reader.qr;

import java.util.Optional;
import org.lanyard.reader.frame.GreyFrame;

/**
 * The outer corners of a finder pattern, to a fraction of a pixel: a line through each side, and their intersections. They
 * tell the perspective also where there is no alignment pattern.
 */
final class FinderOutline {

    // Points at which a side is measured, in modules from its middle.
    private static final float[] ALONG = {-2.2f, -1.4f, -0.7f, 0, 0.7f, 1.4f, 2.2f};
    private static final float STEP = 0.12f;
    // Search range for the outer edge, which lies at 3.5.
    private static final float NEAREST = 2.55f;
    private static final float FARTHEST = 4.9f;
    private static final int LEAST_POINTS = 4;
    // In mean deviations; points farther off are left out of the second fit.
    private static final double OUTLIER = 1.6;
    private static final double ALWAYS_KEPT = 0.05;
    // Sine of the least angle between two sides.
    private static final double LEAST_ANGLE = 0.2;

    private final GreyFrame grey;
    private final Finder finder;
    private final float threshold;

    private FinderOutline(GreyFrame grey, Finder finder, float threshold) {
        this.grey = grey;
        this.finder = finder;
        this.threshold = threshold;
    }

    /**
     * The corners at (0,0), (7,0), (7,7), (0,7) as x, y in turn; empty where an edge is not clear.
     *
     * @param ux module step to the right, in pixels; {@code vx}, {@code vy} downwards
     */
    static Optional<double[]> corners(GreyFrame grey, Finder finder, float ux, float uy, float vx, float vy) {
        FinderOutline outline = new FinderOutline(grey, finder, threshold(grey, finder, ux, uy, vx, vy));
        double[] top = outline.edge(-vx, -vy, ux, uy);
        double[] right = outline.edge(ux, uy, vx, vy);
        double[] bottom = outline.edge(vx, vy, ux, uy);
        double[] left = outline.edge(-ux, -uy, vx, vy);
        if (top.length == 0 || right.length == 0 || bottom.length == 0 || left.length == 0) {
            return Optional.empty();
        }
        double[] corners = new double[8];
        boolean all = cross(left, top, corners, 0) && cross(right, top, corners, 2)
                && cross(right, bottom, corners, 4) && cross(left, bottom, corners, 6);
        return all ? Optional.of(corners) : Optional.empty();
    }

    private static float threshold(GreyFrame grey, Finder finder, float ux, float uy, float vx, float vy) {
        float dark = 0;
        float light = 0;
        for (int i = -1; i <= 1; i++) {
            dark += grey.at(finder.x() + i * ux, finder.y() + i * uy) + grey.at(finder.x() + i * vx, finder.y() + i * vy);
        }
        for (int i = -2; i <= 2; i += 4) {
            light += grey.at(finder.x() + i * ux, finder.y() + i * uy) + grey.at(finder.x() + i * vx, finder.y() + i * vy);
        }
        return (dark / 6 + light / 4) / 2;
    }

    // The line a*x + b*y = c through one side, as a, b, c; empty where too few points of it are found.
    private double[] edge(float outX, float outY, float alongX, float alongY) {
        double[] xs = new double[ALONG.length];
        double[] ys = new double[ALONG.length];
        int points = 0;
        for (float along : ALONG) {
            float x = finder.x() + along * alongX;
            float y = finder.y() + along * alongY;
            float distance = darkEnds(x, y, outX, outY);
            if (!Float.isNaN(distance)) {
                xs[points] = x + distance * outX;
                ys[points] = y + distance * outY;
                points++;
            }
        }
        return points < LEAST_POINTS ? new double[0] : line(xs, ys, points);
    }

    // Distance in modules to the end of the outer dark ring, or NaN.
    private float darkEnds(float x, float y, float outX, float outY) {
        boolean dark = false;
        float before = grey.at(x + NEAREST * outX, y + NEAREST * outY);
        for (float at = NEAREST; at <= FARTHEST; at += STEP) {
            float value = grey.at(x + at * outX, y + at * outY);
            if (dark && value > threshold) {
                return at - STEP * (value - threshold) / Math.max(1e-3f, value - before);
            }
            dark |= value <= threshold;
            before = value;
        }
        return Float.NaN;
    }

    // Total least squares, twice: the second time without outliers.
    private static double[] line(double[] xs, double[] ys, int points) {
        double[] line = fit(xs, ys, points);
        int kept = 0;
        double reach = 0;
        for (int i = 0; i < points; i++) {
            reach += Math.abs(line[0] * xs[i] + line[1] * ys[i] - line[2]);
        }
        reach = OUTLIER * reach / points + ALWAYS_KEPT;
        for (int i = 0; i < points; i++) {
            if (Math.abs(line[0] * xs[i] + line[1] * ys[i] - line[2]) <= reach) {
                xs[kept] = xs[i];
                ys[kept++] = ys[i];
            }
        }
        return kept < 3 ? line : fit(xs, ys, kept);
    }

    private static double[] fit(double[] xs, double[] ys, int points) {
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < points; i++) {
            meanX += xs[i] / points;
            meanY += ys[i] / points;
        }
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < points; i++) {
            xx += (xs[i] - meanX) * (xs[i] - meanX);
            xy += (xs[i] - meanX) * (ys[i] - meanY);
            yy += (ys[i] - meanY) * (ys[i] - meanY);
        }
        double angle = Math.atan2(2 * xy, xx - yy) / 2;
        double a = -Math.sin(angle);
        double b = Math.cos(angle);
        return new double[] {a, b, a * meanX + b * meanY};
    }

    private static boolean cross(double[] one, double[] other, double[] into, int at) {
        double determinant = one[0] * other[1] - one[1] * other[0];
        if (Math.abs(determinant) < LEAST_ANGLE) {
            return false;
        }
        into[at] = (one[2] * other[1] - one[1] * other[2]) / determinant;
        into[at + 1] = (one[0] * other[2] - one[2] * other[0]) / determinant;
        return true;
    }
}
