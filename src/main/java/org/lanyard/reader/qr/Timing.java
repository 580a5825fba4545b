package org.lanyard.reader.qr;

import org.lanyard.reader.frame.GreyFrame;

final class Timing {

    private static final double LEAST_NOISE = 1e-6;

    private final GreyFrame grey;
    private final Projection plane;
    private final int size;

    Timing(GreyFrame grey, Projection plane, int size) {
        this.grey = grey;
        this.plane = plane;
        this.size = size;
    }

    /** Mean alternation of both lines, from -1 to 1. */
    double regularity() {
        return (alternation(true) + alternation(false)) / 2;
    }

    private double alternation(boolean across) {
        return alternation(i -> value(across, i), 8, size - 8, LEAST_NOISE);
    }

    @FunctionalInterface
    interface Modules {

        float at(int module);
    }

    /**
     * Rates from -1 to 1 how well modules alternate, even ones being dark.
     *
     * @param noise sum of brightness differences to ignore; above 0
     */
    static double alternation(Modules modules, int from, int to, double noise) {
        double agreeing = 0;
        double all = noise;
        float before = modules.at(from - 1);
        float here = modules.at(from);
        for (int i = from; i < to; i++) {
            float after = modules.at(i + 1);
            float difference = here - (before + after) / 2;
            agreeing += i % 2 == 0 ? -difference : difference;
            all += Math.abs(difference);
            before = here;
            here = after;
        }
        return agreeing / all;
    }

    private float value(boolean across, int i) {
        double u = across ? i + 0.5 : 6.5;
        double v = across ? 6.5 : i + 0.5;
        return grey.at((float) plane.x(u, v), (float) plane.y(u, v));
    }
}
