package org.lanyard.reader.qr;

import java.util.Arrays;
import java.util.Optional;
import org.lanyard.reader.frame.GreyFrame;

final class FinderOutlines {

    private final FinderTriple triple;
    // Least and greatest length of a side, relative to the expected one.
    private static final float SHORTEST = 0.6f;
    private static final float LONGEST = 1.7f;

    // Eight numbers each, or none where the edges are not clear.
    private final double[][] corners = {{}, {}, {}};
    private final float[] acrossModules = new float[3];
    private final float[] downModules = new float[3];

    private FinderOutlines(FinderTriple triple) {
        this.triple = triple;
    }

    static FinderOutlines of(GreyFrame grey, FinderTriple triple) {
        FinderOutlines outlines = new FinderOutlines(triple);
        float[] across = direction(triple.corner(), triple.right());
        float[] down = direction(triple.corner(), triple.below());
        for (int i = 0; i < 3; i++) {
            outlines.measure(grey, i, across, down);
        }
        return outlines;
    }

    private void measure(GreyFrame grey, int i, float[] across, float[] down) {
        Finder finder = triple.finders().get(i);
        float stretched = finder.module() * stretch(across, down);
        boolean seen = i != triple.hidden();
        float wide = seen ? ModulePitch.along(grey, finder, across, stretched) : stretched;
        float high = seen ? ModulePitch.along(grey, finder, down, stretched) : stretched;
        acrossModules[i] = wide;
        downModules[i] = high;
        if (seen) {
            FinderOutline.corners(grey, finder, across[0] * wide, across[1] * wide, down[0] * high, down[1] * high)
                    .filter(c -> sane(c, 7 * wide, 7 * high)).ifPresent(c -> {
                        corners[i] = c;
                        acrossModules[i] = (side(c, 0, 2) + side(c, 6, 4)) / 14;
                        downModules[i] = (side(c, 0, 6) + side(c, 2, 4)) / 14;
                    });
        }
    }

    // Runs are measured along pixel rows and columns; along a slanted axis they are shorter.
    private static float stretch(float[] across, float[] down) {
        float a = Math.max(Math.abs(across[0]), Math.abs(across[1]));
        float b = Math.max(Math.abs(down[0]), Math.abs(down[1]));
        return (a + b) / 2;
    }

    private static boolean sane(double[] c, float wide, float high) {
        return sane(side(c, 0, 2), wide) && sane(side(c, 6, 4), wide) && sane(side(c, 0, 6), high)
                && sane(side(c, 2, 4), high);
    }

    private static boolean sane(float side, float expected) {
        return side > SHORTEST * expected && side < LONGEST * expected;
    }

    private static float side(double[] c, int from, int to) {
        return (float) Math.hypot(c[from] - c[to], c[from + 1] - c[to + 1]);
    }

    private static float[] direction(Finder from, Finder to) {
        float distance = from.distance(to);
        return new float[] {(to.x() - from.x()) / distance, (to.y() - from.y()) / distance};
    }

    /** The pixel at an offset in modules from a finder pattern's centre (0 the corner's, 1 right, 2 below). */
    double[] at(int finder, double du, double dv) {
        Finder middle = triple.finders().get(finder);
        double[] across = step(finder, true);
        double[] down = step(finder, false);
        return new double[] {middle.x() + du * across[0] + dv * down[0], middle.y() + du * across[1] + dv * down[1]};
    }

    /** One module's step across or down at a finder pattern, in pixels. */
    double[] step(int finder, boolean across) {
        double[] c = corners[finder];
        if (c.length == 0) {
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

    double[] inferHidden(int hidden) {
        double apart = estimatedSize() - 7;
        if (hidden == 0) {
            // perspective keeps it at the crossing of both axes
            return crossing(at(1, 0, 0), step(1, true), at(2, 0, 0), step(2, false));
        }
        return at(0, hidden == 1 ? apart : 0, hidden == 2 ? apart : 0);
    }

    private static double[] crossing(double[] one, double[] way, double[] other, double[] otherWay) {
        double determinant = way[0] * otherWay[1] - way[1] * otherWay[0];
        double along = ((other[0] - one[0]) * otherWay[1] - (other[1] - one[1]) * otherWay[0]) / determinant;
        return new double[] {one[0] + along * way[0], one[1] + along * way[1]};
    }

    /** Mean side of a module, in pixels. */
    float module() {
        float sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += acrossModules[i] + downModules[i];
        }
        return sum / 6;
    }

    float estimatedSize() {
        float across = triple.corner().distance(triple.right()) / ((acrossModules[0] + acrossModules[1]) / 2);
        float down = triple.corner().distance(triple.below()) / ((downModules[0] + downModules[2]) / 2);
        return (across + down) / 2 + 7;
    }

    Optional<Projection> projection(int size) {
        return fit(size, new double[0]);
    }

    /** Fits one more point, which weighs as much as a pattern. */
    Optional<Projection> projection(int size, double u, double v, double x, double y) {
        return fit(size, new double[] {u, v, x, y});
    }

    // Through the three centres alone: what bent paper does to the patterns' edges is no perspective.
    Optional<Projection> parallelogram(int size) {
        Points points = new Points();
        for (int i = 0; i < 3; i++) {
            points.pattern(triple.finders().get(i), new double[0], i == 1 ? size - 7 : 0, i == 2 ? size - 7 : 0);
        }
        double[] far = parallelCorner();
        points.put(size - 3.5, size - 3.5, far[0], far[1]);
        return points.projection();
    }

    private Optional<Projection> fit(int size, double[] fourth) {
        Points points = new Points();
        boolean flat = false;
        for (int i = 0; i < 3; i++) {
            points.pattern(triple.finders().get(i), corners[i], i == 1 ? size - 7 : 0, i == 2 ? size - 7 : 0);
            flat |= corners[i].length == 0 && i != triple.hidden();
        }
        for (int i = 0; i < fourth.length; i++) {
            points.put(fourth[0], fourth[1], fourth[2], fourth[3]);
        }
        if (flat && fourth.length == 0) {
            // too little is known of the perspective
            double[] far = parallelCorner();
            points.put(size - 3.5, size - 3.5, far[0], far[1]);
        }
        return points.projection();
    }

    private double[] parallelCorner() {
        return new double[] {(double) triple.right().x() + triple.below().x() - triple.corner().x(),
                (double) triple.right().y() + triple.below().y() - triple.corner().y()};
    }

    // Pairs of a module's and a pixel's coordinates.
    private static final class Points {

        // Three patterns of a centre and four corners, and a fourth point four times.
        private static final int MOST = 19;

        private final double[] from = new double[2 * MOST];
        private final double[] to = new double[2 * MOST];
        private int count;

        void put(double u, double v, double x, double y) {
            from[count] = u;
            to[count++] = x;
            from[count] = v;
            to[count++] = y;
        }

        void pattern(Finder middle, double[] corners, int u, int v) {
            put(u + 3.5, v + 3.5, middle.x(), middle.y());
            for (int corner = 0; 2 * corner < corners.length; corner++) {
                boolean right = corner == 1 || corner == 2;
                put(u + (right ? 7 : 0), v + (corner >= 2 ? 7 : 0), corners[2 * corner], corners[2 * corner + 1]);
            }
        }

        Optional<Projection> projection() {
            return Projection.fit(Arrays.copyOf(from, count), Arrays.copyOf(to, count));
        }
    }
}
