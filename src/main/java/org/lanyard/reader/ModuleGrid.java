package org.lanyard.reader;

import com.google.zxing.common.BitMatrix;
import java.util.Arrays;

/** The brightness of each module of a code, and what is dark of it. */
final class ModuleGrid {

    private static final int REACH = 4;

    private final int size;
    private final float[] values;

    ModuleGrid(int size, float[] values) {
        this.size = size;
        this.values = values;
    }

    /** Looks at the middle of each module, and a little around it where modules are large enough. */
    static ModuleGrid sampled(GreyFrame grey, Grid projection, Mesh mesh, int size, float module,
            Budget budget) {
        float[] values = new float[size * size];
        float around = module >= 3 ? 0.22f * module : 0;
        for (int v = 0; v < size; v++) {
            budget.ask();
            for (int u = 0; u < size; u++) {
                double mu = u + 0.5 + mesh.du(u + 0.5, v + 0.5);
                double mv = v + 0.5 + mesh.dv(u + 0.5, v + 0.5);
                float x = (float) projection.x(mu, mv);
                float y = (float) projection.y(mu, mv);
                float value = grey.at(x, y);
                if (around > 0) {
                    value = (2 * value + grey.at(x - around, y) + grey.at(x + around, y) + grey.at(x, y - around)
                            + grey.at(x, y + around)) / 6;
                }
                values[v * size + u] = value;
            }
        }
        return new ModuleGrid(size, values);
    }

    /** Dark where darker than the modules around. */
    BitMatrix darkerThanAround() {
        return darkerThan(around(values));
    }

    /** Dark where below one threshold, halfway between the modules' dark and light quarter. */
    BitMatrix darkerThanMiddle() {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        float[] middle = new float[values.length];
        Arrays.fill(middle, (sorted[sorted.length / 5] + sorted[sorted.length - 1 - sorted.length / 5]) / 2);
        return darkerThan(middle);
    }

    /** The same with each module's light gathered again from the neighbours it spread to; null where that fails. */
    ModuleGrid unblurred(Budget budget) {
        float[] means = around(values);
        float[] squares = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            squares[i] = (values[i] - means[i]) * (values[i] - means[i]);
        }
        float[] variances = around(squares);
        float[] even = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            even[i] = (values[i] - means[i]) / (float) Math.sqrt(variances[i] + 1);
        }
        float[] unblurred = Unblurred.of(size, even, budget);
        return unblurred == null ? null : new ModuleGrid(size, unblurred);
    }

    private BitMatrix darkerThan(float[] thresholds) {
        BitMatrix dark = new BitMatrix(size);
        for (int i = 0; i < values.length; i++) {
            if (values[i] < thresholds[i]) {
                dark.set(i % size, i / size);
            }
        }
        return dark;
    }

    BitMatrix darkerThanZero() {
        return darkerThan(new float[values.length]);
    }

    /** Means over nine by nine modules. */
    private float[] around(float[] of) {
        double[] sums = new double[(size + 1) * (size + 1)];
        for (int v = 0; v < size; v++) {
            for (int u = 0; u < size; u++) {
                sums[(v + 1) * (size + 1) + u + 1] = of[v * size + u] + sums[v * (size + 1) + u + 1]
                        + sums[(v + 1) * (size + 1) + u] - sums[v * (size + 1) + u];
            }
        }
        float[] means = new float[of.length];
        for (int v = 0; v < size; v++) {
            int top = Math.max(0, v - REACH);
            int bottom = Math.min(size, v + REACH + 1);
            for (int u = 0; u < size; u++) {
                int left = Math.max(0, u - REACH);
                int right = Math.min(size, u + REACH + 1);
                double sum = sums[bottom * (size + 1) + right] - sums[top * (size + 1) + right]
                        - sums[bottom * (size + 1) + left] + sums[top * (size + 1) + left];
                means[v * size + u] = (float) (sum / ((bottom - top) * (right - left)));
            }
        }
        return means;
    }

    /** How far modules are from their mean, squared, on average: greatest where the grid lies right. */
    static float contrast(GreyFrame grey, Projection projection, int from, int to, Budget budget) {
        float sum = 0;
        float squares = 0;
        for (int v = from; v < to; v++) {
            budget.ask();
            for (int u = from; u < to; u++) {
                float value = grey.at((float) projection.x(u + 0.5, v + 0.5), (float) projection.y(u + 0.5, v + 0.5));
                sum += value;
                squares += value * value;
            }
        }
        float count = (to - from) * (to - from);
        return squares / count - sum / count * (sum / count);
    }
}
