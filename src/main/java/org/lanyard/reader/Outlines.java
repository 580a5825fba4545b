package org.lanyard.reader;

import java.util.Arrays;
import org.lanyard.reader.FinderPatterns.Finder;

/** Where three finder patterns and their corners lie, as a base for the plane they span. */
final class Outlines {

    private final Triple triple;
    private final double[][] corners = new double[3][];
    private final float[] acrossModules = new float[3];
    private final float[] downModules = new float[3];

    private Outlines(Triple triple) {
        this.triple = triple;
    }

    static Outlines of(GreyFrame grey, Triple triple) {
        Outlines outlines = new Outlines(triple);
        Finder[] finders = {triple.corner(), triple.right(), triple.below()};
        float[] across = direction(triple.corner(), triple.right());
        float[] down = direction(triple.corner(), triple.below());
        for (int i = 0; i < 3; i++) {
            // a module's side along an axis that runs askew through the pattern is longer than across it
            float stretch = stretch(across, down);
            float module = finders[i].module() * stretch;
            outlines.measure(grey, i, finders[i], across, down, module);
        }
        return outlines;
    }

    /** Run lengths are measured along pixel rows and columns; along a slanted axis they are shorter. */
    private static float stretch(float[] across, float[] down) {
        float a = Math.max(Math.abs(across[0]), Math.abs(across[1]));
        float b = Math.max(Math.abs(down[0]), Math.abs(down[1]));
        return (a + b) / 2;
    }

    private void measure(GreyFrame grey, int i, Finder finder, float[] across, float[] down, float module) {
        corners[i] = i == triple.hidden() ? null : FinderOutline.corners(grey, finder, across[0] * module, across[1] * module, down[0] * module,
                down[1] * module);
        if (corners[i] != null && !sane(corners[i], 7 * module)) {
            corners[i] = null;
        }
        double[] c = corners[i];
        acrossModules[i] = c == null ? module : (side(c, 0, 2) + side(c, 6, 4)) / 14;
        downModules[i] = c == null ? module : (side(c, 0, 6) + side(c, 2, 4)) / 14;
    }

    private static boolean sane(double[] c, float expected) {
        for (int[] ends : new int[][] {{0, 2}, {2, 4}, {4, 6}, {6, 0}}) {
            float side = side(c, ends[0], ends[1]);
            if (side < 0.6f * expected || side > 1.7f * expected) {
                return false;
            }
        }
        return true;
    }

    private static float side(double[] c, int from, int to) {
        return (float) Math.hypot(c[from] - c[to], c[from + 1] - c[to + 1]);
    }

    private static float[] direction(Finder from, Finder to) {
        float distance = from.distance(to);
        return new float[] {(to.x() - from.x()) / distance, (to.y() - from.y()) / distance};
    }

    /** So many modules from a finder pattern's middle (0 the corner's, 1 right, 2 below), by that pattern alone; in pixels. */
    double[] at(int finder, double du, double dv) {
        Finder middle = triple.finders().get(finder);
        double[] across = step(finder, true);
        double[] down = step(finder, false);
        return new double[] {middle.x() + du * across[0] + dv * down[0], middle.y() + du * across[1] + dv * down[1]};
    }

    /** A module's step across or down at a finder pattern, in pixels. */
    double[] step(int finder, boolean across) {
        double[] c = corners[finder];
        if (c == null) {
            float[] way = direction(triple.corner(), across ? triple.right() : triple.below());
            float module = across ? acrossModules[finder] : downModules[finder];
            return new double[] {way[0] * module, way[1] * module};
        }
        int aside = across ? 2 : 6;
        int opposite = across ? 6 : 2;
        return new double[] {(c[aside] - c[0] + c[4] - c[opposite]) / 14,
            (c[aside + 1] - c[1] + c[5] - c[opposite + 1]) / 14};
    }

    int hidden() {
        return triple.hidden();
    }

    /** Where the two others say that a hidden pattern is: x, y in pixels. */
    double[] leadingTo(int hidden) {
        double apart = estimatedSize() - 7;
        if (hidden == 0) {
            // left of the one and above the other, which perspective leaves true where both axes cross
            return crossing(at(1, 0, 0), step(1, true), at(2, 0, 0), step(2, false));
        }
        return at(0, hidden == 1 ? apart : 0, hidden == 2 ? apart : 0);
    }

    private static double[] crossing(double[] one, double[] way, double[] other, double[] otherWay) {
        double determinant = way[0] * otherWay[1] - way[1] * otherWay[0];
        double along = ((other[0] - one[0]) * otherWay[1] - (other[1] - one[1]) * otherWay[0]) / determinant;
        return new double[] {one[0] + along * way[0], one[1] + along * way[1]};
    }

    /** A module's side on average, in pixels. */
    float module() {
        float sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += acrossModules[i] + downModules[i];
        }
        return sum / 6;
    }

    /** How many modules a side has, by the distance of the patterns and the size of their modules. */
    float estimatedSize() {
        float across = triple.corner().distance(triple.right()) / ((acrossModules[0] + acrossModules[1]) / 2);
        float down = triple.corner().distance(triple.below()) / ((downModules[0] + downModules[2]) / 2);
        return (across + down) / 2 + 7;
    }

    /** The plane through all that is known of the three patterns, for a code of so many modules. */
    Projection projection(int size) {
        return fitted(size, null);
    }

    /** The same through one more point, which counts as much as a pattern. */
    Projection projection(int size, double u, double v, double x, double y) {
        return fitted(size, new double[] {u, v, x, y});
    }

    /** A parallelogram through the three middles: what bent paper does to the patterns' edges is no perspective. */
    Projection flat(int size) {
        Finder a = triple.corner();
        Finder b = triple.right();
        Finder c = triple.below();
        double far = size - 3.5;
        return Projection.fitting(new double[] {3.5, 3.5, far, 3.5, 3.5, far, far, far},
                new double[] {a.x(), a.y(), b.x(), b.y(), c.x(), c.y(), (double) b.x() + c.x() - a.x(),
                    (double) b.y() + c.y() - a.y()});
    }

    private Projection fitted(int size, double[] fourth) {
        double[] from = new double[64];
        double[] to = new double[64];
        int count = 0;
        double[][] origins = {{0, 0}, {size - 7, 0}, {0, size - 7}};
        Finder[] finders = {triple.corner(), triple.right(), triple.below()};
        boolean flat = false;
        for (int i = 0; i < 3; i++) {
            count = put(from, to, count, origins[i][0] + 3.5, origins[i][1] + 3.5, finders[i].x(), finders[i].y());
            flat |= corners[i] == null && i != triple.hidden();
            for (int corner = 0; corner < 4 && corners[i] != null; corner++) {
                double u = origins[i][0] + (corner == 1 || corner == 2 ? 7 : 0);
                double v = origins[i][1] + (corner >= 2 ? 7 : 0);
                count = put(from, to, count, u, v, corners[i][2 * corner], corners[i][2 * corner + 1]);
            }
        }
        if (fourth != null) {
            for (int i = 0; i < 4; i++) {
                count = put(from, to, count, fourth[0], fourth[1], fourth[2], fourth[3]);
            }
        } else if (flat) {
            // too little is known of the perspective: a parallelogram
            count = put(from, to, count, size - 3.5, size - 3.5,
                    (double) finders[1].x() + finders[2].x() - finders[0].x(),
                    (double) finders[1].y() + finders[2].y() - finders[0].y());
        }
        return Projection.fitting(Arrays.copyOf(from, count), Arrays.copyOf(to, count));
    }

    private static int put(double[] from, double[] to, int at, double u, double v, double x, double y) {
        from[at] = u;
        from[at + 1] = v;
        to[at] = x;
        to[at + 1] = y;
        return at + 2;
    }
}
