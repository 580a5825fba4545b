package org.lanyard.reader;

/** Settles the fourth corner of a code without an alignment pattern: where the modules stand out most, the grid lies right. */
final class FarCorner {

    private final GreyFrame grey;
    private final Projection first;
    private final Outlines outlines;
    private final int size;
    private final Budget budget;

    private FarCorner(GreyFrame grey, Projection first, Outlines outlines, int size, Budget budget) {
        this.grey = grey;
        this.first = first;
        this.outlines = outlines;
        this.size = size;
        this.budget = budget;
    }

    /** @param u by how many modules the corner is moved */
    private record Tried(double u, double v, Projection projection, float contrast) {}

    static Projection sharpest(GreyFrame grey, Projection first, Outlines outlines, int size, Budget budget) {
        FarCorner corner = new FarCorner(grey, first, outlines, size, budget);
        Tried best = corner.tried(0, 0, first);
        for (double step = 1; step >= 0.25; step /= 2) {
            best = corner.around(best, step);
        }
        return best.projection;
    }

    private Tried around(Tried from, double step) {
        Tried best = from;
        for (int i = -2; i <= 2; i++) {
            for (int j = -2; j <= 2; j++) {
                Tried tried = moved(from.u + j * step, from.v + i * step);
                best = tried.contrast > best.contrast ? tried : best;
            }
        }
        return best;
    }

    private Tried moved(double u, double v) {
        double far = size - 3.5;
        return tried(u, v, outlines.projection(size, far, far, first.x(far + u, far + v), first.y(far + u, far + v)));
    }

    private Tried tried(double u, double v, Projection projection) {
        float contrast = projection == null ? 0 : ModuleGrid.contrast(grey, projection, size / 2, size, budget);
        return new Tried(u, v, projection, contrast);
    }
}
