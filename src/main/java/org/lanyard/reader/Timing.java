package org.lanyard.reader;

/** The dotted lines between the finder patterns: they tell a code's size, and how it is bent. */
final class Timing {

    private static final double MOST_BENT = 7;
    private static final double STEP = 0.25;
    private static final double WORTH_IT = 0.12;

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
        return (alternation(true, 0) + alternation(false, 0)) / 2;
    }

    /** The bows under which the lines alternate best; none where straight lines do as well. */
    Warp bows() {
        return new Warp(size, bow(true), bow(false));
    }

    private double bow(boolean across) {
        double straight = alternation(across, 0);
        double best = straight + WORTH_IT;
        double bow = 0;
        for (double bent = -MOST_BENT; bent <= MOST_BENT; bent += STEP) {
            double regular = alternation(across, bent);
            if (regular > best) {
                best = regular;
                bow = bent;
            }
        }
        return bow;
    }

    private double alternation(boolean across, double bow) {
        double agreeing = 0;
        double all = 1e-6;
        float before = value(across, 7, bow);
        float here = value(across, 8, bow);
        for (int i = 8; i < size - 8; i++) {
            float after = value(across, i + 1, bow);
            float difference = here - (before + after) / 2;
            agreeing += i % 2 == 0 ? -difference : difference;
            all += Math.abs(difference);
            before = here;
            here = after;
        }
        return agreeing / all;
    }

    private float value(boolean across, int i, double bow) {
        double t = (i - 3.0) / (size - 7);
        double off = 6.5 + bow * 4 * t * (1 - t);
        double u = across ? i + 0.5 : off;
        double v = across ? off : i + 0.5;
        return grey.at((float) plane.x(u, v), (float) plane.y(u, v));
    }
}
