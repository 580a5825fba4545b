package org.lanyard.reader.qr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lanyard.reader.frame.Budget;
import org.lanyard.reader.frame.GreyFrame;

/**
 * Infers a code's third finder pattern from two, where glare, a crack or a finger covers it. Whether the two lie side by side
 * or across a corner is unknown, so all ways are tried; the timing patterns tell which is right.
 */
final class MissingFinder {

    private static final int FINDERS = 8;
    private static final int TRIED = 4;

    // Least number of agreeing rows, in modules. A pattern's centre is three modules high; within other things hardly
    // two rows agree.
    private static final float ROWS_SEEN = 0.8f;
    // Greatest ratio between the modules of the two.
    private static final float MOST_UNLIKE = 1.5f;
    // Distance of the two, in modules.
    private static final float LEAST_APART = 12;
    private static final float MOST_APART = 110;

    // Less likely than three that were found.
    private static final float UNLIKELY = 0.4f;

    private static final double[] STEPS = {0.9, 0.45};

    private final GreyFrame grey;
    private final Budget budget;
    private final List<SymbolCandidate> symbols = new ArrayList<>();

    private MissingFinder(GreyFrame grey, Budget budget) {
        this.grey = grey;
        this.budget = budget;
    }

    static List<SymbolCandidate> complete(GreyFrame grey, List<Finder> finders, Budget budget) {
        MissingFinder missing = new MissingFinder(grey, budget);
        List<Finder> some = finders.stream().filter(finder -> finder.seen() >= ROWS_SEEN * finder.module())
                .sorted(Comparator.comparingInt(Finder::seen).reversed()).limit(FINDERS).toList();
        for (int i = 0; i < some.size(); i++) {
            for (int j = i + 1; j < some.size(); j++) {
                missing.pair(some.get(i), some.get(j));
            }
        }
        return missing.symbols.stream().sorted(SymbolCandidate.LIKELIEST_FIRST).limit(TRIED).map(missing::settle)
                .sorted(SymbolCandidate.LIKELIEST_FIRST).toList();
    }

    private void pair(Finder one, Finder other) {
        float unlike = one.module() / other.module();
        float apart = one.distance(other) * 2 / (one.module() + other.module());
        if (unlike < MOST_UNLIKE && unlike > 1 / MOST_UNLIKE && apart > LEAST_APART && apart < MOST_APART) {
            sideBySide(one, other);
            sideBySide(other, one);
            acrossCorner(one, other);
            acrossCorner(other, one);
        }
    }

    private void sideBySide(Finder corner, Finder other) {
        float x = other.x() - corner.x();
        float y = other.y() - corner.y();
        Finder below = hidden(corner.x() - y, corner.y() + x, corner, other);
        add(new FinderTriple(corner, other, below, UNLIKELY), 2);
        Finder right = hidden(corner.x() + y, corner.y() - x, corner, other);
        add(new FinderTriple(corner, right, other, UNLIKELY), 1);
    }

    private void acrossCorner(Finder right, Finder below) {
        float x = (below.x() - right.x()) / 2;
        float y = (below.y() - right.y()) / 2;
        Finder corner = hidden(right.x() + x - y, right.y() + y + x, right, below);
        add(new FinderTriple(corner, right, below, UNLIKELY), 0);
    }

    private static Finder hidden(double x, double y, Finder one, Finder other) {
        return new Finder((float) x, (float) y, (one.module() + other.module()) / 2, 0);
    }

    // Corrects the place that a square seen from above would have by the perspective of the two patterns.
    private void add(FinderTriple square, int hidden) {
        FinderOutlines outlines = FinderOutlines.of(grey, square);
        if (NestedSquares.correlation(grey, outlines, true) > 0) {
            double[] place = outlines.inferHidden(hidden);
            SymbolCandidate symbol = new SymbolCandidate(grey, square.with(hidden, place[0], place[1]), budget);
            if (symbol.possible()) {
                symbols.add(symbol);
            }
        }
    }

    private SymbolCandidate settle(SymbolCandidate first) {
        SymbolCandidate best = first;
        for (double step : STEPS) {
            SymbolCandidate from = best;
            for (int i = 0; i < 9; i++) {
                SymbolCandidate moved = from.moved((i % 3 - 1) * step, (i / 3 - 1) * step);
                best = moved.likely() > best.likely() ? moved : best;
            }
        }
        return best;
    }
}
