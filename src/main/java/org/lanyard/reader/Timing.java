package org.lanyard.reader;

/** The dotted lines between the finder patterns: they tell a code's size. */
final class Timing {

    private final GreyFrame grey;
    private final Projection plane;
    private final int size;

    Timing(GreyFrame grey, Projection plane, int size) {
        this.grey = grey;
        this.plane = plane;
        this.size = size;
    }

    /** How well both lines alternate, from -1 to 1. */
    double regularity() {
        return (alternation(true) + alternation(false)) / 2;
    }

    private double alternation(boolean across) {
        double agreeing = 0;
        double all = 1e-6;
        float before = value(across, 7);
        float here = value(across, 8);
        for (int i = 8; i < size - 8; i++) {
            float after = value(across, i + 1);
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
