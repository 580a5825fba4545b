package org.lanyard.reader;

/** A plane seen from an angle: from a code's modules to a picture's pixels (a homography). */
record Projection(double a, double b, double c, double d, double e, double f, double g, double h) {

    double x(double u, double v) {
        return (a * u + b * v + c) / (g * u + h * v + 1);
    }

    double y(double u, double v) {
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
        double[][] normal = new double[8][9];
        for (int i = 0; i < from.length; i += 2) {
            double u = from[i];
            double v = from[i + 1];
            add(normal, new double[] {u, v, 1, 0, 0, 0, -u * to[i], -v * to[i], to[i]});
            add(normal, new double[] {0, 0, 0, u, v, 1, -u * to[i + 1], -v * to[i + 1], to[i + 1]});
        }
        double[] p = solved(normal);
        return p == null ? null : new Projection(p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7]);
    }

    private static void add(double[][] normal, double[] row) {
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 9; j++) {
                normal[i][j] += row[i] * row[j];
            }
        }
    }

    /** Gaussian elimination with pivoting; null where singular. */
    private static double[] solved(double[][] m) {
        for (int column = 0; column < 8; column++) {
            int pivot = column;
            for (int row = column + 1; row < 8; row++) {
                pivot = Math.abs(m[row][column]) > Math.abs(m[pivot][column]) ? row : pivot;
            }
            if (Math.abs(m[pivot][column]) < 1e-12) {
                return null;
            }
            double[] swapped = m[column];
            m[column] = m[pivot];
            m[pivot] = swapped;
            eliminate(m, column);
        }
        double[] solution = new double[8];
        for (int i = 0; i < 8; i++) {
            solution[i] = m[i][8] / m[i][i];
        }
        return solution;
    }

    private static void eliminate(double[][] m, int column) {
        for (int row = 0; row < 8; row++) {
            double factor = row == column ? 0 : m[row][column] / m[column][column];
            for (int i = column; i < 9 && factor != 0; i++) {
                m[row][i] -= factor * m[column][i];
            }
        }
    }
}
