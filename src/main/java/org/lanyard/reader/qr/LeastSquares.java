package org.lanyard.reader.qr;

import java.util.Optional;

final class LeastSquares {

    private static final double SINGULAR = 1e-12;

    private final int unknowns;
    private final double[][] normal;

    LeastSquares(int unknowns) {
        this.unknowns = unknowns;
        this.normal = new double[unknowns][unknowns + 1];
    }

    /** @param equation the factor of each unknown, then their sum */
    void add(double... equation) {
        for (int i = 0; i < unknowns; i++) {
            for (int j = 0; j <= unknowns && equation[i] != 0; j++) {
                normal[i][j] += equation[i] * equation[j];
            }
        }
    }

    /** Gaussian elimination with pivoting; empty where the equations are singular. */
    Optional<double[]> solve() {
        for (int column = 0; column < unknowns; column++) {
            int pivot = column;
            for (int row = column + 1; row < unknowns; row++) {
                pivot = Math.abs(normal[row][column]) > Math.abs(normal[pivot][column]) ? row : pivot;
            }
            if (Math.abs(normal[pivot][column]) < SINGULAR) {
                return Optional.empty();
            }
            double[] swapped = normal[column];
            normal[column] = normal[pivot];
            normal[pivot] = swapped;
            eliminate(column);
        }
        double[] solution = new double[unknowns];
        for (int i = 0; i < unknowns; i++) {
            solution[i] = normal[i][unknowns] / normal[i][i];
        }
        return Optional.of(solution);
    }

    private void eliminate(int column) {
        for (int row = 0; row < unknowns; row++) {
            double factor = row == column ? 0 : normal[row][column] / normal[column][column];
            for (int i = column; i <= unknowns && factor != 0; i++) {
                normal[row][i] -= factor * normal[column][i];
            }
        }
    }
}
