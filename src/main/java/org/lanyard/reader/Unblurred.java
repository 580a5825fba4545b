package org.lanyard.reader;

/**
 * Undoes a lens out of focus, a movement, or a grid that lies a little askew, module by module. How a module's light spreads
 * over its neighbours is seen at the finder patterns, where it is known what is printed; then those modules are looked for
 * that, spread likewise, come nearest to what is seen (least squares within black and white, by projected gradients).
 */
final class Unblurred {

    private static final int TAPS = 9;
    private static final int CENTRE = 4;
    private static final int STEPS = 14;

    private final int size;
    private final KnownModules known;
    private final float[] seen;
    private final float[] spread = new float[TAPS];

    private Unblurred(int size, float[] seen) {
        this.size = size;
        this.known = new KnownModules(size);
        this.seen = seen;
    }

    /**
     * @param seen brightness of each module, row by row, about 0 and mostly within -1 (dark) and 1 (light)
     * @return the same without the blur; null where it cannot be told
     */
    static float[] of(int size, float[] seen, Budget budget) {
        Unblurred unblurred = new Unblurred(size, seen);
        return unblurred.learn(budget) ? unblurred.solved(budget) : null;
    }

    /** The spread and the constant that explain the finder patterns best. */
    private boolean learn(Budget budget) {
        LeastSquares squares = new LeastSquares(TAPS + 1);
        double[] equation = new double[TAPS + 2];
        for (int v = 0; v < size; v++) {
            budget.ask();
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
        double[] learnt = squares.solved();
        for (int tap = 0; tap < TAPS && learnt != null; tap++) {
            spread[tap] = (float) learnt[tap];
        }
        return learnt != null && spread[CENTRE] > 0;
    }

    private float[] solved(Budget budget) {
        int wide = size + 2;
        float[] modules = start(wide);
        float[] error = new float[wide * wide];
        float energy = 0;
        for (float tap : spread) {
            energy += Math.abs(tap);
        }
        for (int step = 0; step < STEPS; step++) {
            budget.ask();
            compare(modules, error, wide);
            descend(modules, error, wide, 1.6f / (energy * energy));
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
                error[at] = seen[v * size + u] - spread(modules, at, wide, 1);
            }
        }
    }

    /** What is seen, and what is known where it is, with one module of the quiet zone around. */
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

    /** @param turn 1 for the light that falls here from around, -1 for what falls from here around */
    private float spread(float[] from, int at, int wide, int turn) {
        float sum = 0;
        for (int tap = 0; tap < TAPS; tap++) {
            sum += spread[tap] * from[at + turn * ((tap / 3 - 1) * wide + tap % 3 - 1)];
        }
        return sum;
    }

    private void descend(float[] modules, float[] error, int wide, float rate) {
        for (int v = 0; v < size; v++) {
            for (int u = 0; u < size; u++) {
                if (known.at(u, v) == 0) {
                    int at = (v + 1) * wide + u + 1;
                    modules[at] = Math.clamp(modules[at] + rate * spread(error, at, wide, -1), -1f, 1f);
                }
            }
        }
    }
}
