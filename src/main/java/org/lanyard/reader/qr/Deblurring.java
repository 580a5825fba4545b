package org.lanyard.reader.qr;

import java.util.Optional;
import org.lanyard.reader.frame.Budget;

/**
 * Undoes defocus, motion blur or a slightly misplaced grid, module by module. The blur kernel of three by three modules is
 * estimated at the known modules; then least squares within black and white, by projected gradients, gives the modules that
 * explain the picture best.
 */
final class Deblurring {

    private static final int TAPS = 9;
    private static final int CENTRE = 4;
    private static final int STEPS = 14;
    // Step of the gradient descent, in units of its Lipschitz bound.
    private static final float RATE = 1.6f;

    private final int size;
    private final KnownModules known;
    private final float[] seen;
    private final float[] kernel = new float[TAPS];

    private Deblurring(int size, float[] seen) {
        this.size = size;
        this.known = new KnownModules(size);
        this.seen = seen;
    }

    /**
     * @param seen brightness of each module, mostly within -1 (dark) and 1 (light)
     * @return empty where the blur cannot be estimated
     */
    static Optional<float[]> of(int size, float[] seen, Budget budget) {
        Deblurring deblurring = new Deblurring(size, seen);
        return deblurring.estimateKernel(budget) ? Optional.of(deblurring.solve(budget)) : Optional.empty();
    }

    private boolean estimateKernel(Budget budget) {
        LeastSquares squares = new LeastSquares(TAPS + 1);
        double[] equation = new double[TAPS + 2];
        for (int v = 0; v < size; v++) {
            budget.check();
            for (int u = 0; u < size; u++) {
                if (known.surrounded(u, v)) {
                    for (int tap = 0; tap < TAPS; tap++) {
                        equation[tap] = known.at(u + tap % 3 - 1, v + tap / 3 - 1);
                    }
                    equation[TAPS] = 1;
                    equation[TAPS + 1] = seen[v * size + u];
                    squares.add(equation);
                }
            }
        }
        Optional<double[]> learnt = squares.solve();
        for (int tap = 0; tap < TAPS && learnt.isPresent(); tap++) {
            kernel[tap] = (float) learnt.get()[tap];
        }
        return learnt.isPresent() && kernel[CENTRE] > 0;
    }

    private float[] solve(Budget budget) {
        int wide = size + 2;
        float[] modules = start(wide);
        float[] error = new float[wide * wide];
        float energy = 0;
        for (float tap : kernel) {
            energy += Math.abs(tap);
        }
        for (int step = 0; step < STEPS; step++) {
            budget.check();
            compare(modules, error, wide);
            descend(modules, error, wide, RATE / (energy * energy));
        }
        float[] result = new float[size * size];
        for (int v = 0; v < size; v++) {
            System.arraycopy(modules, (v + 1) * wide + 1, result, v * size, size);
        }
        return result;
    }

    private void compare(float[] modules, float[] error, int wide) {
        for (int v = 0; v < size; v++) {
            for (int u = 0; u < size; u++) {
                int at = (v + 1) * wide + u + 1;
                error[at] = seen[v * size + u] - convolve(modules, at, wide, 1);
            }
        }
    }

    // Known modules as printed, others as seen, with one module of quiet zone around.
    private float[] start(int wide) {
        float[] modules = new float[wide * wide];
        for (int v = -1; v <= size; v++) {
            for (int u = -1; u <= size; u++) {
                float printed = known.at(u, v);
                modules[(v + 1) * wide + u + 1] = printed != 0 ? printed : Math.clamp(seen[v * size + u], -1f, 1f);
            }
        }
        return modules;
    }

    // turn: 1 for the kernel, -1 for its transpose
    private float convolve(float[] from, int at, int wide, int turn) {
        float sum = 0;
        for (int tap = 0; tap < TAPS; tap++) {
            sum += kernel[tap] * from[at + turn * ((tap / 3 - 1) * wide + tap % 3 - 1)];
        }
        return sum;
    }

    private void descend(float[] modules, float[] error, int wide, float rate) {
        for (int v = 0; v < size; v++) {
            for (int u = 0; u < size; u++) {
                if (known.at(u, v) == 0) {
                    int at = (v + 1) * wide + u + 1;
                    modules[at] = Math.clamp(modules[at] + rate * convolve(error, at, wide, -1), -1f, 1f);
                }
            }
        }
    }
}
