package org.lanyard.reader.qr;

import org.lanyard.reader.frame.Budget;
import org.lanyard.reader.frame.GreyFrame;

/**
 * A picture in black and white: 1 is dark. The threshold is local: the mean brightness of the blocks around a pixel, weighted
 * by their contrast, because an even block says nothing about it.
 */
record BitFrame(byte[] dark, int width, int height) {

    // Five by five blocks decide for the one in their middle.
    private static final int REACH = 2;

    // This much of a block's range of brightness may be a camera's noise.
    private static final int NOISE = 8;

    /** Logarithm of a block's side in pixels. */
    static final int FINE = 2;
    static final int COARSE = 3;

    // Weight of the threshold left and above: about that of 25 blocks whose range exceeds the noise by 4.
    private static final int BEFORE = 500;

    /** @param dark at least one byte a pixel */
    static BitFrame of(GreyFrame grey, int blockBits, byte[] dark, Budget budget) {
        Blocks blocks = new Blocks(grey, blockBits);
        for (int row = 0; row < blocks.rows; row++) {
            budget.check();
            blocks.measure(row);
        }
        for (int row = 0; row < blocks.rows; row++) {
            budget.check();
            blocks.compare(dark, row);
        }
        return new BitFrame(dark, grey.width(), grey.height());
    }

    boolean inkAt(int x, int y, int ink) {
        return x >= 0 && y >= 0 && x < width && y < height && dark[y * width + x] == ink;
    }

    private static final class Blocks {

        private final GreyFrame grey;
        private final int side;
        private final int columns;
        private final int rows;
        private final int[] middles;
        private final int[] weights;
        private final int[] weightsBeside;
        private final int[] weightedBeside;
        private final int[] thresholdsBefore;
        private final int[] limits;

        Blocks(GreyFrame grey, int bits) {
            this.grey = grey;
            this.side = 1 << bits;
            this.columns = (grey.width() + side - 1) >> bits;
            this.rows = (grey.height() + side - 1) >> bits;
            this.middles = new int[columns];
            this.weights = new int[columns];
            this.weightsBeside = new int[columns * rows];
            this.weightedBeside = new int[columns * rows];
            this.thresholdsBefore = new int[columns];
            this.limits = new int[grey.width()];
        }

        void measure(int row) {
            int y0 = Math.min(row * side, Math.max(0, grey.height() - side));
            int y1 = Math.min(y0 + side, grey.height());
            for (int column = 0; column < columns; column++) {
                int x0 = Math.min(column * side, Math.max(0, grey.width() - side));
                measure(column, x0, Math.min(x0 + side, grey.width()), y0, y1);
            }
            for (int column = 0; column < columns; column++) {
                gather(row, column);
            }
        }

        private void measure(int column, int x0, int x1, int y0, int y1) {
            int sum = 0;
            int least = 255;
            int most = 0;
            byte[] pixels = grey.pixels();
            for (int y = y0; y < y1; y++) {
                int from = y * grey.width();
                for (int i = from + x0; i < from + x1; i++) {
                    int value = pixels[i] & 0xFF;
                    sum += value;
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
            }
            middles[column] = sum / ((x1 - x0) * (y1 - y0));
            int range = Math.max(0, most - least - NOISE);
            weights[column] = range * range;
        }

        private void gather(int row, int column) {
            int to = Math.min(columns - 1, column + REACH);
            int weight = 0;
            int weighted = 0;
            for (int at = Math.max(0, column - REACH); at <= to; at++) {
                weight += weights[at];
                weighted += weights[at] * middles[at];
            }
            weightsBeside[row * columns + column] = weight;
            weightedBeside[row * columns + column] = weighted;
        }

        // The weighted mean of the blocks around; with little contrast, as within a large module, the threshold before.
        private int threshold(int column, int row) {
            int left = column == 0 ? 0 : thresholdsBefore[column - 1];
            int above = row == 0 ? left : thresholdsBefore[column];
            int weighted = BEFORE * (left + above) / 2;
            int weight = BEFORE;
            int to = Math.min(rows - 1, row + REACH) * columns + column;
            for (int at = Math.max(0, row - REACH) * columns + column; at <= to; at += columns) {
                weighted += weightedBeside[at];
                weight += weightsBeside[at];
            }
            int threshold = weighted / weight;
            thresholdsBefore[column] = threshold;
            return threshold;
        }

        void compare(byte[] dark, int row) {
            for (int column = 0; column < columns; column++) {
                int limit = threshold(column, row) + 1;
                for (int x = column * side; x < Math.min((column + 1) * side, limits.length); x++) {
                    limits[x] = limit;
                }
            }
            for (int y = row * side; y < Math.min((row + 1) * side, grey.height()); y++) {
                compare(grey.pixels(), y * grey.width(), limits, dark);
            }
        }

        // The sign bit of the difference: free of branches, which noise would make mispredict.
        private static void compare(byte[] pixels, int from, int[] limits, byte[] dark) {
            for (int x = 0; x < limits.length; x++) {
                dark[from + x] = (byte) ((pixels[from + x] & 0xFF) - limits[x] >>> 31);
            }
        }
    }
}
