package org.lanyard.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A ticket bent around a cylinder: every line across is bent like the timing pattern across, and every line down like the one
 * down, and what is nearer on one side is larger there.
 *
 * @param twistU how far perspective moves the corner that no finder pattern marks, in modules; less towards the others
 */
record Bend(Projection flat, int size, Rib across, Rib down, double twistU, double twistV) implements Grid {

    private static final int LEAST_SIZE = 21;
    /** What is larger is not held so near to a camera that it bends and is still sharp. */
    private static final int MOST_SIZE = 77;

    /** Paper turned away at both ends makes patterns narrow, and a code seem larger by so much. */
    private static final double SEEMING = 0.97;

    private static final double REGULAR = 0.8;
    private static final int SIZES_TRIED = 2;

    private static final int LEAST_ALIGNED = 25;
    private static final double ALIGNED_WITHIN = 4.5;
    private static final float ALIGNED = 0.35f;

    /** Of the sizes that the patterns' distance allows those whose timing patterns alternate, the best first. */
    static List<Bend> likeliest(GreyFrame grey, Outlines outlines, Budget budget) {
        double[] aside = outlines.step(0, false);
        double[] from = outlines.at(0, 0, 3);
        double[] to = outlines.at(1, 0, 3);
        double estimate = SEEMING * outlines.estimatedSize();
        double off = 2.5 + 0.06 * estimate;
        record Sized(int size, Rib across) {}
        List<Sized> found = new ArrayList<>();
        for (int size = LEAST_SIZE; size <= Math.min(MOST_SIZE, estimate + off); size += 4) {
            if (size >= estimate - off) {
                found.add(new Sized(size, Rib.fitted(grey, line(from, to, aside, size), size, budget)));
            }
        }
        return found.stream().filter(sized -> sized.across.regularity() > REGULAR)
                .sorted(Comparator.comparingDouble(sized -> -sized.across.regularity())).limit(SIZES_TRIED)
                .map(sized -> with(sized.across, grey, outlines, sized.size, budget))
                .filter(bend -> bend.down.regularity() > REGULAR).toList();
    }

    private static Bend with(Rib across, GreyFrame grey, Outlines outlines, int size, Budget budget) {
        Rib down = Rib.fitted(grey, line(outlines.at(0, 3, 0), outlines.at(2, 3, 0), outlines.step(0, true), size), size,
                budget);
        return new Bend(outlines.flat(size), size, across, down, 0, 0).twisted(grey, budget);
    }

    /** The same with the alignment pattern where it is seen. */
    private Bend twisted(GreyFrame grey, Budget budget) {
        double far = size - 6.5;
        AlignmentPattern.Place place = size < LEAST_ALIGNED ? null
                : new AlignmentPattern(grey, budget).near(this, far, far, ALIGNED_WITHIN, ALIGNED);
        double share = share(far) * share(far);
        return place == null ? this : new Bend(flat, size, across, down, place.du() / share, place.dv() / share);
    }

    private static Rib.Line line(double[] from, double[] to, double[] aside, int size) {
        return new Rib.Line(from[0], from[1], (to[0] - from[0]) / (size - 7), (to[1] - from[1]) / (size - 7), aside[0],
                aside[1]);
    }

    @Override
    public double x(double u, double v) {
        return flat.x(bentU(u, v), bentV(u, v));
    }

    @Override
    public double y(double u, double v) {
        return flat.y(bentU(u, v), bentV(u, v));
    }

    private double bentU(double u, double v) {
        return u + across.along(share(u)) + down.aside(share(v)) + twistU * share(u) * share(v);
    }

    private double bentV(double u, double v) {
        return v + down.along(share(v)) + across.aside(share(u)) + twistV * share(u) * share(v);
    }

    private double share(double along) {
        return (along - 3.5) / (size - 7);
    }
}
