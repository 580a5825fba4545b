package org.lanyard.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Guesses how a code is bowed: of all bows that paper takes, those under which its modules stand out most. */
final class Bows {

    private static final double SHARE_OF_SIZE = 0.2;
    private static final int STEPS = 12;
    private static final int KEPT = 4;

    private Bows() {}

    private record Candidate(Warp warp, float contrast) {}

    /** The straight one comes first where it is as good as any. */
    static List<Warp> likeliest(GreyFrame grey, Projection plane, int size, Budget budget) {
        double most = SHARE_OF_SIZE * size;
        List<Candidate> candidates = new ArrayList<>();
        for (int i = -STEPS; i <= STEPS; i++) {
            double bow = most * i / STEPS;
            add(candidates, grey, plane, size, new Warp(size, bow, 0), budget);
            if (i != 0) {
                add(candidates, grey, plane, size, new Warp(size, 0, bow), budget);
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::contrast).reversed());
        return candidates.stream().limit(KEPT).map(Candidate::warp).toList();
    }

    private static void add(List<Candidate> candidates, GreyFrame grey, Projection plane, int size, Warp warp,
            Budget budget) {
        candidates.add(new Candidate(warp, ModuleGrid.contrast(grey, plane, warp, 0, size, budget)));
    }
}
