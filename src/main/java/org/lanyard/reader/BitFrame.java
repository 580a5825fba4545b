package org.lanyard.reader;

/**
 * A picture in black and white: 1 is dark. Each pixel is held against the mean of the blocks around it, so that a spotlight
 * in one corner does not decide for the other (the idea of ZXing's hybrid binarizer, on means alone).
 */
record BitFrame(byte[] dark, int width, int height) {

    private static final int BLOCK_BITS = 3;
    private static final int BLOCK = 1 << BLOCK_BITS;
    private static final int REACH = 2;

    /** Below this difference within a block there is nothing but noise. */
    private static final int LEAST_CONTRAST = 20;

    static BitFrame of(GreyFrame grey, Budget budget) {
        int columns = (grey.width() + BLOCK - 1) >> BLOCK_BITS;
        int rows = (grey.height() + BLOCK - 1) >> BLOCK_BITS;
        int[] levels = levels(grey, columns, rows, budget);
        byte[] dark = new byte[grey.width() * grey.height()];
        for (int row = 0; row < rows; row++) {
            budget.ask();
            for (int column = 0; column < columns; column++) {
                compare(grey, dark, column, row, threshold(levels, columns, rows, column, row));
            }
        }
        return new BitFrame(dark, grey.width(), grey.height());
    }

    /** What lies between black and white in each block. */
    private static int[] levels(GreyFrame grey, int columns, int rows, Budget budget) {
        int[] levels = new int[columns * rows];
        for (int row = 0; row < rows; row++) {
            budget.ask();
            for (int column = 0; column < columns; column++) {
                levels[row * columns + column] = level(grey, levels, columns, column, row);
            }
        }
        return levels;
    }

    private static int level(GreyFrame grey, int[] levels, int columns, int column, int row) {
        int x0 = Math.min(column << BLOCK_BITS, Math.max(0, grey.width() - BLOCK));
        int y0 = Math.min(row << BLOCK_BITS, Math.max(0, grey.height() - BLOCK));
        int x1 = Math.min(x0 + BLOCK, grey.width());
        int y1 = Math.min(y0 + BLOCK, grey.height());
        int sum = 0;
        int least = 255;
        int most = 0;
        byte[] pixels = grey.pixels();
        for (int y = y0; y < y1; y++) {
            int at = y * grey.width() + x0;
            for (int x = x0; x < x1; x++, at++) {
                int value = pixels[at] & 0xFF;
                sum += value;
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        if (most - least > LEAST_CONTRAST) {
            return sum / ((x1 - x0) * (y1 - y0));
        }
        return evenBlock(levels, columns, column, row, least);
    }

    /** An even block is paper, unless its neighbours' level says that it lies within something dark. */
    private static int evenBlock(int[] levels, int columns, int column, int row, int least) {
        if (row > 0 && column > 0) {
            int at = row * columns + column;
            int neighbours = (levels[at - columns] + 2 * levels[at - 1] + levels[at - columns - 1]) / 4;
            if (least < neighbours) {
                return neighbours;
            }
        }
        return least / 2;
    }

    private static int threshold(int[] levels, int columns, int rows, int column, int row) {
        int left = Math.clamp(column, Math.min(REACH, columns - 1), Math.max(REACH, columns - 1 - REACH));
        int top = Math.clamp(row, Math.min(REACH, rows - 1), Math.max(REACH, rows - 1 - REACH));
        int sum = 0;
        int count = 0;
        for (int y = Math.max(0, top - REACH); y <= Math.min(rows - 1, top + REACH); y++) {
            for (int x = Math.max(0, left - REACH); x <= Math.min(columns - 1, left + REACH); x++) {
                sum += levels[y * columns + x];
                count++;
            }
        }
        return sum / count;
    }

    private static void compare(GreyFrame grey, byte[] dark, int column, int row, int threshold) {
        int x0 = column << BLOCK_BITS;
        int y0 = row << BLOCK_BITS;
        int x1 = Math.min(x0 + BLOCK, grey.width());
        int y1 = Math.min(y0 + BLOCK, grey.height());
        byte[] pixels = grey.pixels();
        for (int y = y0; y < y1; y++) {
            int at = y * grey.width() + x0;
            for (int x = x0; x < x1; x++, at++) {
                dark[at] = (byte) ((pixels[at] & 0xFF) <= threshold ? 1 : 0);
            }
        }
    }

    boolean darkAt(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height && dark[y * width + x] != 0;
    }
}
