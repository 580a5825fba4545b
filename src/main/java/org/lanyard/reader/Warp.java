package org.lanyard.reader;

import java.util.ArrayList;
import java.util.List;

/** How far a bent badge's modules lie from where a flat one's would, in modules, known at some points. */
final class Warp {

    static final Warp NONE = new Warp();

    private final List<double[]> points = new ArrayList<>();

    /** At module (u, v) the code is found (du, dv) further along. */
    void add(double u, double v, double du, double dv) {
        points.add(new double[] {u, v, du, dv});
    }

    boolean isEmpty() {
        return points.isEmpty();
    }

    double du(double u, double v) {
        return points.isEmpty() ? 0 : weighted(u, v, 2);
    }

    double dv(double u, double v) {
        return points.isEmpty() ? 0 : weighted(u, v, 3);
    }

    /** Nearer points count more, by the square of the distance (Shepard's interpolation). */
    private double weighted(double u, double v, int of) {
        double sum = 0;
        double weights = 0;
        for (double[] point : points) {
            double du = point[0] - u;
            double dv = point[1] - v;
            double weight = 1 / (du * du + dv * dv + 1);
            sum += weight * point[of];
            weights += weight;
        }
        return sum / weights;
    }
}
