package org.lanyard.reader;

/** A plane seen from an angle: from a code's modules to a picture's pixels (a homography). */
record Projection(double a, double b, double c, double d, double e, double f, double g, double h)
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
     * The projection that fits best, in the sense of least squares.
     *
     * @param from module coordinates u, v of each point, in turn
     * @param to   pixel coordinates x, y of each, at least four of them
     * @return null where the points lie on a line
     */
    static Projection fitting(double[] from, double[] to) {
        LeastSquares squares = new LeastSquares(8);
        for (int i = 0; i < from.length; i += 2) {
            double u = from[i];
            double v = from[i + 1];
            squares.add(u, v, 1, 0, 0, 0, -u * to[i], -v * to[i], to[i]);
            squares.add(0, 0, 0, u, v, 1, -u * to[i + 1], -v * to[i + 1], to[i + 1]);
        }
        double[] p = squares.solved();
        return p == null ? null : new Projection(p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7]);
    }
}
