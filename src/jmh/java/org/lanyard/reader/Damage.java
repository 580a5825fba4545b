package org.lanyard.reader;

import java.util.Random;

/** A screen's cracks and a print's scratches: broken lines across the code, and here and there a chip or a stain. */
final class Damage {

    private static final int BENDS = 4;

    private final double[][] lines;
    private final double[][] chips;

    /** @param size modules along a side of the code; all lengths are in modules */
    Damage(int cracks, int size, Random random) {
        lines = new double[cracks * BENDS][];
        for (int crack = 0; crack < cracks; crack++) {
            double x = random.nextDouble() * size;
            double y = random.nextDouble() * size;
            double towards = random.nextDouble() * 2 * Math.PI;
            double shade = random.nextInt(3);
            double half = 0.12 + 0.4 * random.nextDouble();
            for (int bend = 0; bend < BENDS; bend++) {
                towards += random.nextGaussian() * 0.5;
                double length = size * (0.1 + 0.25 * random.nextDouble());
                double toX = x + length * Math.cos(towards);
                double toY = y + length * Math.sin(towards);
                lines[crack * BENDS + bend] = new double[] {x, y, toX, toY, half, shade};
                x = toX;
                y = toY;
            }
        }
        chips = new double[cracks / 3][];
        for (int i = 0; i < chips.length; i++) {
            chips[i] = new double[] {random.nextDouble() * size, random.nextDouble() * size,
                    size * (0.02 + 0.06 * random.nextDouble()), random.nextInt(2)};
        }
    }

    /** The share of light at module (u, v): what was printed there, or the damage on it. */
    double at(double u, double v, double printed, double ink) {
        for (double[] line : lines) {
            if (fromLine(line, u, v) < line[4]) {
                return line[5] == 0 ? ink : line[5] == 1 ? 1 : 0.55;
            }
        }
        for (double[] chip : chips) {
            if (Math.hypot(u - chip[0], v - chip[1]) < chip[2]) {
                return chip[3] == 0 ? ink : 1;
            }
        }
        return printed;
    }

    private static double fromLine(double[] line, double u, double v) {
        double dx = line[2] - line[0];
        double dy = line[3] - line[1];
        double along = Math.clamp(((u - line[0]) * dx + (v - line[1]) * dy) / (dx * dx + dy * dy), 0, 1);
        return Math.hypot(u - line[0] - along * dx, v - line[1] - along * dy);
    }
}
