package org.lanyard.reader;

import com.google.zxing.qrcode.decoder.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A ticket bent around a cylinder: every line across is bent like the timing pattern across, and every line down like the one
 * down. Where one side is nearer than the other it is larger, and bent more: the alignment patterns tell by how much.
 *
 * @param corner how far the corner is off that no finder pattern marks; less towards the others
 * @param below  how far the middle of the lower side is off besides
 * @param right  the same of the right side
 */
record Bend(Projection flat, int size, Rib across, Rib down, Off corner, Off below, Off right) implements Grid {

    private static final int LEAST_SIZE = 21;
    /** What is larger is not held so near to a camera that it bends and is still sharp. */
    private static final int MOST_SIZE = 77;

    /** Paper turned away at both ends makes patterns narrow, and a code seem larger by so much. */
    private static final double SEEMING = 0.97;

    private static final double REGULAR = 0.8;
    private static final int SIZES_TRIED = 2;

    /** Of where an alignment pattern is expected, in modules; the second time more is known. */
    private static final double WITHIN = 4.5;
    private static final double NEARLY = 3;
    private static final float CLEAR = 0.35f;

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
        return new Bend(outlines.flat(size), size, across, down, Off.NOT, Off.NOT, Off.NOT)
                .aligned(new AlignmentPattern(grey, budget));
    }

    /** In modules. */
    record Off(double u, double v) {

        private static final Off NOT = new Off(0, 0);
    }

    private Bend aligned(AlignmentPattern pattern) {
        int[] centres = Version.getVersionForNumber((size - 17) / 4).getAlignmentPatternCenters();
        if (centres.length == 0) {
            return this;
        }
        double far = centres[centres.length - 1] + 0.5;
        Bend cornered = new Bend(flat, size, across, down, off(pattern, far, far, WITHIN), below, right);
        if (centres.length == 2) {
            return cornered;
        }
        double middle = centres[centres.length / 2] + 0.5;
        return new Bend(flat, size, across, down, cornered.corner, cornered.off(pattern, middle, far, NEARLY),
                cornered.off(pattern, far, middle, NEARLY));
    }

    private Off off(AlignmentPattern pattern, double u, double v, double within) {
        AlignmentPattern.Place place = pattern.near(this, u, v, within, CLEAR);
        double weight = (u < v ? hump(u) : share(u)) * (v < u ? hump(v) : share(v));
        return place == null ? Off.NOT : new Off(place.du() / weight, place.dv() / weight);
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
        return u + across.along(share(u)) + down.aside(share(v)) + share(u) * share(v) * corner.u
                + hump(u) * share(v) * below.u + share(u) * hump(v) * right.u;
    }

    private double bentV(double u, double v) {
        return v + down.along(share(v)) + across.aside(share(u)) + share(u) * share(v) * corner.v
                + hump(u) * share(v) * below.v + share(u) * hump(v) * right.v;
    }

    /** 1 in the middle, nothing where the finder patterns are. */
    private double hump(double along) {
        return 4 * share(along) * (1 - share(along));
    }

    private double share(double along) {
        return (along - 3.5) / (size - 7);
    }
}
