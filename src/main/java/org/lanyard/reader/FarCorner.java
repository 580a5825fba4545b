package org.lanyard.reader;

/** Settles the fourth corner of a code without an alignment pattern: where the modules stand out most, the grid lies right. */
final class FarCorner {

    private FarCorner() {}

    static Projection sharpest(GreyFrame grey, Projection first, Outlines outlines, int size, Budget budget) {
        double far = size - 3.5;
        int from = size / 2;
        Projection best = first;
        float sharpest = ModuleGrid.contrast(grey, first, from, size, budget);
        double bestU = 0;
        double bestV = 0;
        for (double step = 1; step >= 0.25; step /= 2) {
            double aroundU = bestU;
            double aroundV = bestV;
            for (int i = -2; i <= 2; i++) {
                for (int j = -2; j <= 2; j++) {
                    double u = aroundU + j * step;
                    double v = aroundV + i * step;
                    Projection moved = outlines.projection(size, far, far, first.x(far + u, far + v),
                            first.y(far + u, far + v));
                    float contrast = moved == null ? 0 : ModuleGrid.contrast(grey, moved, from, size, budget);
                    if (contrast > sharpest) {
                        sharpest = contrast;
                        best = moved;
                        bestU = u;
                        bestV = v;
                    }
                }
            }
        }
        return best;
    }
}
