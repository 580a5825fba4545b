package org.lanyard.reader;

import java.util.Random;

/** What stands behind a ticket: a room in soft shapes, some rectangles, and lines of print. */
final class Clutter {

    private static final int RECTANGLES = 9;

    private final double[][] rectangles = new double[RECTANGLES][];
    private final double phase;

    Clutter(Random random) {
        phase = random.nextDouble() * 20;
        for (int i = 0; i < RECTANGLES; i++) {
            rectangles[i] = new double[] {random.nextDouble() * 1280 - 640, random.nextDouble() * 720 - 360,
                    20 + random.nextDouble() * 160, 20 + random.nextDouble() * 120, 0.1 + 0.85 * random.nextDouble(),
                    random.nextInt(3)};
        }
    }

    /** The share of light at a pixel, counted from the middle of the frame. */
    double at(double x, double y) {
        for (double[] r : rectangles) {
            if (Math.abs(x - r[0]) < r[2] && Math.abs(y - r[1]) < r[3]) {
                return r[5] == 0 ? print(x, y, r) : r[4];
            }
        }
        return 0.45 + 0.2 * Math.sin(x / 97 + phase) * Math.cos(y / 61 + phase) + 0.08 * Math.sin(x / 13 + y / 29);
    }

    /** Words in lines of 14 pixels. */
    private double print(double x, double y, double[] r) {
        boolean line = Math.floorMod((int) Math.floor(y - r[1]), 14) < 8;
        long letter = (long) Math.floor((x - r[0]) / 3) * 31 + (long) Math.floor((y - r[1]) / 14) * 1009
                + (long) Math.floor((y - r[1]) / 4) * 71;
        boolean ink = (letter * 2654435761L >>> 13 & 7) < 3;
        return line && ink ? 0.15 : r[4] * 0.5 + 0.5;
    }
}
