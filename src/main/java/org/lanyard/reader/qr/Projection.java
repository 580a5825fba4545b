package org.lanyard.reader.qr;

import java.util.Optional;

/** A homography from modules to pixels: a plane seen in perspective. */
public record Projection(double a, double b, double c, double d, double e, double f, double g, double h)
        implements Grid {

    @Override
    public double x(double u, double v) {
        return (a * u + b * v + c) / (g * u + h * v + 1);
    }

    @Override
    public double y(double u, double v) {
        return (d * u + e * v + f) / (g * u + h * v + 1);
    }

    /**
     * Fits a homography by least squares; empty where the points lie on a line.
     *
     * @param from module coordinates u, v of each point, in turn
     * @param to   pixel coordinates x, y of each, at least four of them
     */
    public static Optional<Projection> fit(double[] from, double[] to) {
        LeastSquares squares = new LeastSquares(8);
        for (int i = 0; i < from.length; i += 2) {
            double u = from[i];
            double v = from[i + 1];
            squares.add(u, v, 1, 0, 0, 0, -u * to[i], -v * to[i], to[i]);
            squares.add(0, 0, 0, u, v, 1, -u * to[i + 1], -v * to[i + 1], to[i + 1]);
        }
        return squares.solve().map(p -> new Projection(p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7]));
    }
}
