package org.lanyard.reader.qr;

import org.lanyard.reader.frame.Budget;
import org.lanyard.reader.frame.GreyFrame;

final class FourthCorner {

    private static final double FIRST_STEP = 1;
    private static final double LAST_STEP = 0.25;

    private final GreyFrame grey;
    private final Projection first;
    private final FinderOutlines outlines;
    private final int size;
    private final Budget budget;

    private FourthCorner(GreyFrame grey, Projection first, FinderOutlines outlines, int size, Budget budget) {
        this.grey = grey;
        this.first = first;
        this.outlines = outlines;
        this.size = size;
        this.budget = budget;
    }

    // u and v: the distance by which the corner is moved
    private record Attempt(double u, double v, Projection projection, float contrast) {}

    static Projection sharpest(GreyFrame grey, Projection first, FinderOutlines outlines, int size, Budget budget) {
        FourthCorner corner = new FourthCorner(grey, first, outlines, size, budget);
        Attempt best = corner.attempt(0, 0, first);
        for (double step = FIRST_STEP; step >= LAST_STEP; step /= 2) {
            best = corner.around(best, step);
        }
        return best.projection;
    }

    private Attempt around(Attempt from, double step) {
        Attempt best = from;
        for (int i = -2; i <= 2; i++) {
            for (int j = -2; j <= 2; j++) {
                Attempt moved = move(from.u + j * step, from.v + i * step, best);
                best = moved.contrast > best.contrast ? moved : best;
            }
        }
        return best;
    }

    private Attempt move(double u, double v, Attempt otherwise) {
        double far = size - 3.5;
        return outlines.projection(size, far, far, first.x(far + u, far + v), first.y(far + u, far + v))
                .map(moved -> attempt(u, v, moved)).orElse(otherwise);
    }

    private Attempt attempt(double u, double v, Projection projection) {
        return new Attempt(u, v, projection, ModuleGrid.contrast(grey, projection, size / 2, size, budget));
    }
}
