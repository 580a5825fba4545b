package org.lanyard.reader;

import com.google.zxing.common.BitMatrix;
import java.util.Arrays;

/** The brightness of each module of a code, and what is dark of it. */
final class ModuleGrid {

    private static final int REACH = 4;

    private final int size;
    private final float[] values;

    private ModuleGrid(int size, float[] values) {
        this.size = size;
        this.values = values;
    }

    /** Looks at the middle of each module, and a little around it where modules are large enough. */
    static ModuleGrid sampled(GreyFrame grey, Projection projection, Warp warp, int size, float module,
            Budget budget) {
        float[] values = new float[size * size];
        float around = module >= 3 ? 0.22f * module : 0;
        for (int v = 0; v < size; v++) {
            budget.ask();
            for (int u = 0; u < size; u++) {
                double mu = u + 0.5 + warp.du(u, v);
                double mv = v + 0.5 + warp.dv(u, v);
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

    /** Sharper by a share of the difference to the neighbours, as undoes a blur that spread each module over them. */
    ModuleGrid sharpened(float share) {
        float[] sharp = new float[values.length];
        for (int v = 0; v < size; v++) {
            for (int u = 0; u < size; u++) {
                float around = at(u - 1, v) + at(u + 1, v) + at(u, v - 1) + at(u, v + 1);
                sharp[v * size + u] = at(u, v) + share * (at(u, v) - around / 4);
            }
        }
        return new ModuleGrid(size, sharp);
    }

    private float at(int u, int v) {
        return values[Math.clamp(v, 0, size - 1) * size + Math.clamp(u, 0, size - 1)];
    }

    /** Dark where darker than the modules around. */
    BitMatrix darkerThanAround() {
        double[] sums = new double[(size + 1) * (size + 1)];
        for (int v = 0; v < size; v++) {
            for (int u = 0; u < size; u++) {
                sums[(v + 1) * (size + 1) + u + 1] = values[v * size + u] + sums[v * (size + 1) + u + 1]
                        + sums[(v + 1) * (size + 1) + u] - sums[v * (size + 1) + u];
            }
        }
        BitMatrix dark = new BitMatrix(size);
        for (int v = 0; v < size; v++) {
            int top = Math.max(0, v - REACH);
            int bottom = Math.min(size, v + REACH + 1);
            for (int u = 0; u < size; u++) {
                int left = Math.max(0, u - REACH);
                int right = Math.min(size, u + REACH + 1);
                double sum = sums[bottom * (size + 1) + right] - sums[top * (size + 1) + right]
                        - sums[bottom * (size + 1) + left] + sums[top * (size + 1) + left];
                if (values[v * size + u] < sum / ((bottom - top) * (right - left))) {
                    dark.set(u, v);
                }
            }
        }
        return dark;
    }

    /** Dark where below one threshold, halfway between the modules' dark and light quarter. */
    BitMatrix darkerThanMiddle() {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        float middle = (sorted[sorted.length / 5] + sorted[sorted.length - 1 - sorted.length / 5]) / 2;
        BitMatrix dark = new BitMatrix(size);
        for (int v = 0; v < size; v++) {
            for (int u = 0; u < size; u++) {
                if (values[v * size + u] < middle) {
                    dark.set(u, v);
                }
            }
        }
        return dark;
    }

    /** How far modules are from their mean, squared, on average: greatest where the grid lies right. */
    static float contrast(GreyFrame grey, Projection projection, Warp warp, int from, int to, Budget budget) {
        float sum = 0;
        float squares = 0;
        for (int v = from; v < to; v++) {
            budget.ask();
            for (int u = from; u < to; u++) {
                double mu = u + 0.5 + warp.du(u, v);
                double mv = v + 0.5 + warp.dv(u, v);
                float value = grey.at((float) projection.x(mu, mv), (float) projection.y(mu, mv));
                sum += value;
                squares += value * value;
            }
        }
        float count = (to - from) * (to - from);
        return squares / count - sum / count * (sum / count);
    }
}
