package org.lanyard.reader;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a bent badge's modules lie from where a flat one's would, in modules: a bow along each axis, as paper around a
 * neck or a cup has it, and what is known at some points besides.
 */
final class Warp {

    static final Warp NONE = new Warp(0, 0, 0);

    private final double size;
    private final double bowAcross;
    private final double bowDown;
    private final List<double[]> points = new ArrayList<>(0);

    /**
     * @param bowAcross how far the middle of a line across is bent downwards
     * @param bowDown   how far the middle of a line down is bent to the right
     */
    Warp(double size, double bowAcross, double bowDown) {
        this.size = size;
        this.bowAcross = bowAcross;
        this.bowDown = bowDown;
    }

    /** The same bows, with room for points of its own. */
    Warp copy() {
        return new Warp(size, bowAcross, bowDown);
    }

    /** At module (u, v) the code is found (du, dv) further along than the bows say. */
    void add(double u, double v, double du, double dv) {
        points.add(new double[] {u, v, du, dv});
    }

    boolean hasPoints() {
        return !points.isEmpty();
    }

    double du(double u, double v) {
        return bowDown * bow(v) + (points.isEmpty() ? 0 : weighted(u, v, 2));
    }

    double dv(double u, double v) {
        return bowAcross * bow(u) + (points.isEmpty() ? 0 : weighted(u, v, 3));
    }

    /** A parabola that is 0 at the finder patterns' middles and 1 halfway between. */
    private double bow(double along) {
        if (size == 0) {
            return 0;
        }
        double t = (along - 3.5) / (size - 7);
        return 4 * t * (1 - t);
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
