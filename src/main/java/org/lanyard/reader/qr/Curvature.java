package org.lanyard.reader.qr;

import com.google.zxing.qrcode.decoder.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lanyard.reader.frame.Budget;
import org.lanyard.reader.frame.GreyFrame;

/**
 * The grid of a ticket bent around a cylinder: lines across are bent like the timing pattern across, lines down like the one
 * down. Alignment patterns correct for a side that is nearer, hence larger and bent more.
 *
 * @param corner offset of the corner without a finder pattern, fading towards the others
 * @param below  further offset in the middle of the lower side
 * @param right  further offset in the middle of the right side
 */
record Curvature(Projection flat, int size, GridLine across, GridLine down, Offset corner, Offset below, Offset right)
        implements Grid {

    private static final int LEAST_SIZE = 21;
    // Larger codes are never near enough to show their bend and still be sharp.
    private static final int MOST_SIZE = 77;

    // Corrects the estimate: paper turned away at both ends narrows the patterns, so that a code seems larger.
    private static final double SIZE_CORRECTION = 0.97;
    // Sizes within this many modules, plus this share, of the estimate are tried.
    private static final double SIZE_WITHIN = 2.5;
    private static final double SIZE_WITHIN_SHARE = 0.06;

    // Least alternation of each timing pattern.
    private static final double REGULAR = 0.8;
    private static final int SIZES_TRIED = 2;

    // Search radius for the first alignment pattern, and for the others.
    private static final double FIRST_WITHIN = 4.5;
    private static final double NEXT_WITHIN = 3;
    private static final float CLEAR = 0.35f;

    static List<Curvature> likeliest(GreyFrame grey, FinderOutlines outlines, Budget budget) {
        double[] aside = outlines.step(0, false);
        double[] from = outlines.at(0, 0, 3);
        double[] to = outlines.at(1, 0, 3);
        double estimate = SIZE_CORRECTION * outlines.estimatedSize();
        double off = SIZE_WITHIN + SIZE_WITHIN_SHARE * estimate;
        record Sized(int size, GridLine across) {}
        List<Sized> found = new ArrayList<>();
        for (int size = LEAST_SIZE; size <= Math.min(MOST_SIZE, estimate + off); size += 4) {
            if (size >= estimate - off) {
                found.add(new Sized(size, GridLine.fit(grey, line(from, to, aside, size), size, budget)));
            }
        }
        return found.stream().filter(sized -> sized.across.regularity() > REGULAR)
                .sorted(Comparator.comparingDouble(sized -> -sized.across.regularity())).limit(SIZES_TRIED)
                .flatMap(sized -> with(sized.across, grey, outlines, sized.size, budget).stream())
                .filter(bend -> bend.down.regularity() > REGULAR).toList();
    }

    private static Optional<Curvature> with(GridLine across, GreyFrame grey, FinderOutlines outlines, int size,
            Budget budget) {
        GridLine down =
                GridLine.fit(grey, line(outlines.at(0, 3, 0), outlines.at(2, 3, 0), outlines.step(0, true), size), size,
                        budget);
        return outlines.parallelogram(size)
                .map(flat -> new Curvature(flat, size, across, down, Offset.NONE, Offset.NONE, Offset.NONE)
                        .aligned(new AlignmentPattern(grey, budget)));
    }

    record Offset(double u, double v) {

        private static final Offset NONE = new Offset(0, 0);
    }

    private Curvature aligned(AlignmentPattern pattern) {
        int[] centres = Version.getVersionForNumber((size - 17) / 4).getAlignmentPatternCenters();
        if (centres.length == 0) {
            return this;
        }
        double far = centres[centres.length - 1] + 0.5;
        Curvature cornered = new Curvature(flat, size, across, down, offset(pattern, far, far, FIRST_WITHIN), below, right);
        if (centres.length == 2) {
            return cornered;
        }
        double middle = centres[centres.length / 2] + 0.5;
        return new Curvature(flat, size, across, down, cornered.corner, cornered.offset(pattern, middle, far, NEXT_WITHIN),
                cornered.offset(pattern, far, middle, NEXT_WITHIN));
    }

    private Offset offset(AlignmentPattern pattern, double u, double v, double within) {
        double weight = (u < v ? hump(u) : share(u)) * (v < u ? hump(v) : share(v));
        return pattern.near(this, u, v, within, CLEAR).map(place -> new Offset(place.du() / weight, place.dv() / weight))
                .orElse(Offset.NONE);
    }

    private static GridLine.Baseline line(double[] from, double[] to, double[] aside, int size) {
        return new GridLine.Baseline(from[0], from[1], (to[0] - from[0]) / (size - 7), (to[1] - from[1]) / (size - 7),
                aside[0],
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

    // 1 in the middle, 0 at the finder patterns.
    private double hump(double along) {
        return 4 * share(along) * (1 - share(along));
    }

    private double share(double along) {
        return (along - 3.5) / (size - 7);
    }
}
