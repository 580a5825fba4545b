package org.lanyard.reader.qr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Three finder patterns that may belong to one code: at the corner, and along its two axes clockwise. A mirrored code comes
 * out transposed, which decoding tries as well.
 *
 * @param unlikely 0 for a flat code seen from straight above; greater when bent, tilted, or not a code
 */
record FinderTriple(Finder corner, Finder right, Finder below, float unlikely) {

    private static final float MOST_UNLIKELY = 2.2f;
    private static final int FINDERS = 14;
    // Greatest ratio between the modules of two patterns.
    private static final float MOST_MODULE_RATIO = 2.5f;
    private static final double ANGLE_WEIGHT = 1.6;
    private static final double MODULE_WEIGHT = 0.8;
    private static final double FEW_LINES_WEIGHT = 0.6;
    private static final double WRONG_SIZE = 3;
    // Distance of two patterns in modules: from 14 in version 1 to 170 in version 40, with room for tilt.
    private static final double LEAST_APART = 9;
    private static final double MOST_APART = 180;

    List<Finder> finders() {
        return List.of(corner, right, below);
    }

    /** Index of the pattern that was inferred: 0 the corner's, 1 right, 2 below; -1 where all were found. */
    int hidden() {
        for (int i = 0; i < 3; i++) {
            if (finders().get(i).seen() == 0) {
                return i;
            }
        }
        return -1;
    }

    /** Mean module of the three, in pixels. */
    float module() {
        return (corner.module() + right.module() + below.module()) / 3;
    }

    FinderTriple scaled(float factor) {
        return new FinderTriple(corner.scaled(factor), right.scaled(factor), below.scaled(factor), unlikely);
    }

    boolean same(FinderTriple other) {
        return corner.same(other.corner) && right.same(other.right) && below.same(other.below);
    }

    FinderTriple with(int which, double x, double y) {
        Finder moved = finders().get(which).at((float) x, (float) y);
        return new FinderTriple(which == 0 ? moved : corner, which == 1 ? moved : right, which == 2 ? moved : below,
                unlikely);
    }

    /** The likeliest first. */
    static List<FinderTriple> among(List<Finder> finders) {
        List<FinderTriple> triples = new ArrayList<>();
        int count = Math.min(FINDERS, finders.size());
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                for (int k = j + 1; k < count; k++) {
                    add(triples, finders.get(i), finders.get(j), finders.get(k));
                }
            }
        }
        triples.sort(Comparator.comparingDouble(FinderTriple::unlikely));
        return triples;
    }

    private static void add(List<FinderTriple> triples, Finder a, Finder b, Finder c) {
        float least = Math.min(a.module(), Math.min(b.module(), c.module()));
        float most = Math.max(a.module(), Math.max(b.module(), c.module()));
        if (most > MOST_MODULE_RATIO * least) {
            return;
        }
        FinderTriple best = of(a, b, c);
        for (FinderTriple triple : new FinderTriple[] {of(b, a, c), of(c, a, b)}) {
            best = triple.unlikely < best.unlikely ? triple : best;
        }
        if (best.unlikely < MOST_UNLIKELY) {
            triples.add(best);
        }
    }

    private static FinderTriple of(Finder corner, Finder one, Finder other) {
        float x1 = one.x() - corner.x();
        float y1 = one.y() - corner.y();
        float x2 = other.x() - corner.x();
        float y2 = other.y() - corner.y();
        double length1 = Math.hypot(x1, y1);
        double length2 = Math.hypot(x2, y2);
        double cosine = Math.abs((x1 * x2 + y1 * y2) / (length1 * length2));
        double ratio = Math.max(length1, length2) / Math.min(length1, length2);
        double modules = Math.max(corner.module(), Math.max(one.module(), other.module()))
                / Math.min(corner.module(), Math.min(one.module(), other.module()));
        double size = (length1 + length2) / 2 / ((corner.module() + one.module() + other.module()) / 3);
        double wrongSize = size < LEAST_APART || size > MOST_APART ? WRONG_SIZE : 0;
        int seen = Math.min(corner.seen(), Math.min(one.seen(), other.seen()));
        double unlikely = ANGLE_WEIGHT * cosine + (ratio - 1) + MODULE_WEIGHT * (modules - 1) + wrongSize
                + FEW_LINES_WEIGHT / seen;
        boolean clockwise = x1 * y2 - y1 * x2 > 0;
        return clockwise ? new FinderTriple(corner, one, other, (float) unlikely)
                : new FinderTriple(corner, other, one, (float) unlikely);
    }
}
