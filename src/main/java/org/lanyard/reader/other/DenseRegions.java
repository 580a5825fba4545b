package org.lanyard.reader.other;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.lanyard.reader.frame.Budget;
import org.lanyard.reader.frame.GreyFrame;

final class DenseRegions {

    // Side of a block, in pixels.
    private static final int BLOCK = 8;
    // Least mean brightness difference between neighbouring pixels, in both directions.
    private static final int LEAST_EDGES = 7;
    private static final int LEAST_BLOCKS = 6;
    private static final double MOST_ASPECT = 4.5;
    private static final int MOST = 6;

    private final GreyFrame frame;
    private final int columns;
    private final int rows;
    private final boolean[] dense;

    private DenseRegions(GreyFrame frame) {
        this.frame = frame;
        this.columns = frame.width() / BLOCK;
        this.rows = frame.height() / BLOCK;
        this.dense = new boolean[columns * rows];
    }

    private record Region(Crop crop, int blocks) {}

    /** The largest regions first, each with a margin of two blocks. */
    static List<Crop> in(GreyFrame frame, Budget budget) {
        DenseRegions regions = new DenseRegions(frame);
        for (int row = 0; row < regions.rows; row++) {
            budget.check();
            for (int column = 0; column < regions.columns; column++) {
                regions.dense[row * regions.columns + column] = regions.edges(column * BLOCK, row * BLOCK);
            }
        }
        List<Region> found = new ArrayList<>();
        for (int block = 0; block < regions.dense.length; block++) {
            if (regions.dense[block]) {
                regions.take(block, found);
            }
        }
        return found.stream().sorted(Comparator.comparingInt(Region::blocks).reversed()).limit(MOST).map(Region::crop)
                .toList();
    }

    private boolean edges(int x0, int y0) {
        int across = 0;
        int down = 0;
        byte[] pixels = frame.pixels();
        for (int y = y0; y < y0 + BLOCK - 1; y++) {
            int from = y * frame.width() + x0;
            for (int at = from; at < from + BLOCK - 1; at++) {
                int value = pixels[at] & 0xFF;
                across += Math.abs(value - (pixels[at + 1] & 0xFF));
                down += Math.abs(value - (pixels[at + frame.width()] & 0xFF));
            }
        }
        return Math.min(across, down) > LEAST_EDGES * (BLOCK - 1) * (BLOCK - 1);
    }

    // Takes the blocks connected with this one.
    private void take(int first, List<Region> found) {
        Deque<Integer> open = new ArrayDeque<>(List.of(first));
        dense[first] = false;
        int blocks = 0;
        int left = columns;
        int right = 0;
        int top = rows;
        int bottom = 0;
        while (!open.isEmpty()) {
            int block = open.pop();
            blocks++;
            left = Math.min(left, block % columns);
            right = Math.max(right, block % columns);
            top = Math.min(top, block / columns);
            bottom = Math.max(bottom, block / columns);
            spread(block, open);
        }
        double aspect = (right - left + 1.0) / (bottom - top + 1.0);
        if (blocks >= LEAST_BLOCKS && aspect < MOST_ASPECT && aspect > 1 / MOST_ASPECT) {
            found.add(
                    new Region(Crop.within((left - 2) * BLOCK, (top - 2) * BLOCK, (right + 3) * BLOCK, (bottom + 3) * BLOCK,
                            frame), blocks));
        }
    }

    private void spread(int block, Deque<Integer> open) {
        for (int row = Math.max(0, block / columns - 1); row <= Math.min(rows - 1, block / columns + 1); row++) {
            for (int column = Math.max(0, block % columns - 1); column <= Math.min(columns - 1,
                    block % columns + 1); column++) {
                int near = row * columns + column;
                if (dense[near]) {
                    dense[near] = false;
                    open.push(near);
                }
            }
        }
    }
}
