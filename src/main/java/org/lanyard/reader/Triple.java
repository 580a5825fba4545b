package org.lanyard.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lanyard.reader.FinderPatterns.Finder;

/**
 * Three finder patterns that may be one code's: at the corner, and along its two axes (turning clockwise; a mirrored code
 * comes out transposed, which decoding tries as well).
 *
 * @param unlikely 0 for a flat code seen from straight above, more the more it is bent, tilted, or none
 */
record Triple(Finder corner, Finder right, Finder below, float unlikely) {

    private static final float MOST_UNLIKELY = 2.2f;
    private static final int FINDERS = 14;

    List<Finder> finders() {
        return List.of(corner, right, below);
    }

    /** Which of the three was not found, but is where it must be: 0 the corner's, 1 right, 2 below; -1 where all are seen. */
    int hidden() {
        return corner.seen() == 0 ? 0 : right.seen() == 0 ? 1 : below.seen() == 0 ? 2 : -1;
    }

    /** The same with one of the three elsewhere. */
    Triple with(int which, double x, double y) {
        Finder moved = finders().get(which).at((float) x, (float) y);
        return new Triple(which == 0 ? moved : corner, which == 1 ? moved : right, which == 2 ? moved : below, unlikely);
    }

    /** The likeliest first. */
    static List<Triple> among(List<Finder> finders) {
        List<Triple> triples = new ArrayList<>();
        int count = Math.min(FINDERS, finders.size());
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                for (int k = j + 1; k < count; k++) {
                    add(triples, finders.get(i), finders.get(j), finders.get(k));
                }
            }
        }
        triples.sort(Comparator.comparingDouble(Triple::unlikely));
        return triples;
    }

    private static void add(List<Triple> triples, Finder a, Finder b, Finder c) {
        float least = Math.min(a.module(), Math.min(b.module(), c.module()));
        float most = Math.max(a.module(), Math.max(b.module(), c.module()));
        if (most > 2.5f * least) {
            return;
        }
        Triple best = null;
        for (Triple triple : new Triple[] {of(a, b, c), of(b, a, c), of(c, a, b)}) {
            best = best == null || triple.unlikely < best.unlikely ? triple : best;
        }
        if (best.unlikely < MOST_UNLIKELY) {
            triples.add(best);
        }
    }

    private static Triple of(Finder corner, Finder one, Finder other) {
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
        double wrongSize = size < 9 ? 3 : size > 180 ? 3 : 0;
        int seen = Math.min(corner.seen(), Math.min(one.seen(), other.seen()));
        double unlikely = 1.6 * cosine + (ratio - 1) + 0.8 * (modules - 1) + wrongSize + 0.6 / seen;
        boolean clockwise = x1 * y2 - y1 * x2 > 0;
        return clockwise ? new Triple(corner, one, other, (float) unlikely)
                : new Triple(corner, other, one, (float) unlikely);
    }
}
