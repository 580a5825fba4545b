package org.lanyard.reader;

import java.util.Random;

/** Lamps mirrored by a screen or a sleeve: blobs that drive the sensor to its end, with a veil around them. */
final class Glare {

    private final double[][] lamps;

    /** @param side the code's, in pixels */
    Glare(int count, double centreX, double centreY, double side, Random random) {
        lamps = new double[count][];
        for (int i = 0; i < count; i++) {
            double along = (0.05 + 0.13 * random.nextDouble()) * side;
            lamps[i] = new double[] {centreX + (random.nextDouble() - 0.5) * side,
                    centreY + (random.nextDouble() - 0.5) * side, along, along * (0.3 + 0.7 * random.nextDouble()),
                    random.nextDouble() * Math.PI, 250 + 350 * random.nextDouble()};
        }
    }

    float at(double x, double y) {
        double sum = 0;
        for (double[] lamp : lamps) {
            double dx = x - lamp[0];
            double dy = y - lamp[1];
            double u = (dx * Math.cos(lamp[4]) + dy * Math.sin(lamp[4])) / lamp[2];
            double v = (dy * Math.cos(lamp[4]) - dx * Math.sin(lamp[4])) / lamp[3];
            double square = u * u + v * v;
            sum += lamp[5] * Math.exp(-square) + 0.1 * lamp[5] / (1 + square);
        }
        return (float) sum;
    }
}
