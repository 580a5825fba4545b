package org.lanyard.reader.qr;

import com.google.zxing.common.BitMatrix;
import java.util.Arrays;
import java.util.Optional;
import org.lanyard.reader.frame.Budget;
import org.lanyard.reader.frame.GreyFrame;

final class ModuleGrid {

    // Nine by nine modules decide on the threshold of the one in their middle.
    private static final int REACH = 4;
    // Modules of fewer pixels are sampled at one point.
    private static final float LARGE_MODULE = 3;
    // Distance of the four outer samples from the centre.
    private static final float TAP = 0.22f;
    // One fifth of the modules may be darker or lighter than the two levels.
    private static final int QUANTILE = 5;

    private final int size;
    private final float[] values;

    ModuleGrid(int size, float[] values) {
        this.size = size;
        this.values = values;
    }

    static ModuleGrid sample(GreyFrame grey, Grid projection, DisplacementMesh mesh, int size, float module,
            Budget budget) {
        float[] values = new float[size * size];
        float around = module >= LARGE_MODULE ? TAP * module : 0;
        for (int v = 0; v < size; v++) {
            budget.check();
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

    BitMatrix darkerThanNeighbours() {
        return darkerThan(around(values));
    }

    /** One threshold for all, halfway between the dark and the light quantile. */
    BitMatrix darkerThanMiddle() {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        float[] middle = new float[values.length];
        Arrays.fill(middle, (sorted[sorted.length / QUANTILE] + sorted[sorted.length - 1 - sorted.length / QUANTILE]) / 2);
        return darkerThan(middle);
    }

    Optional<ModuleGrid> deblurred(Budget budget) {
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
        return Deblurring.of(size, even, budget).map(sharp -> new ModuleGrid(size, sharp));
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

    // Means over nine by nine modules.
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

    /** Variance of the modules in a square: greatest where the grid fits. */
    static float contrast(GreyFrame grey, Projection projection, int from, int to, Budget budget) {
        float sum = 0;
        float squares = 0;
        for (int v = from; v < to; v++) {
            budget.check();
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
