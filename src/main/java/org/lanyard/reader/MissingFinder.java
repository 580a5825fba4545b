package org.lanyard.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lanyard.reader.FinderPatterns.Finder;

/**
 * Where a code's third finder pattern must be, of which but two are found because of glare, a crack or a finger. Whether the two
 * lie side by side or across a corner is not known, so every way is tried; the timing patterns tell which was right.
 */
final class MissingFinder {

    private static final int FINDERS = 8;
    private static final int TRIED = 4;

    /** A finder pattern's middle is three modules high, and most rows through it agree; within other things hardly two do. */
    private static final float ROWS_SEEN = 0.8f;
    private static final float MOST_UNLIKE = 1.5f;
    private static final float LEAST_APART = 12;
    private static final float MOST_APART = 110;

    /** Less likely than three that are seen. */
    private static final float UNLIKELY = 0.4f;

    private final GreyFrame grey;
    private final Budget budget;
    private final List<QrSymbol> symbols = new ArrayList<>();

    private MissingFinder(GreyFrame grey, Budget budget) {
        this.grey = grey;
        this.budget = budget;
    }

    /** The likeliest codes of which two of these finder patterns may be, the likeliest first. */
    static List<QrSymbol> completed(GreyFrame grey, List<Finder> finders, Budget budget) {
        MissingFinder missing = new MissingFinder(grey, budget);
        List<Finder> some = finders.stream().filter(finder -> finder.seen() >= ROWS_SEEN * finder.module())
                .sorted(Comparator.comparingInt(Finder::seen).reversed()).limit(FINDERS).toList();
        for (int i = 0; i < some.size(); i++) {
            for (int j = i + 1; j < some.size(); j++) {
                missing.pair(some.get(i), some.get(j));
            }
        }
        return missing.symbols.stream().sorted(QrSymbol.LIKELIEST_FIRST).limit(TRIED).map(missing::settled)
                .sorted(QrSymbol.LIKELIEST_FIRST).toList();
    }

    private void pair(Finder one, Finder other) {
        float unlike = one.module() / other.module();
        float apart = one.distance(other) * 2 / (one.module() + other.module());
        if (unlike < MOST_UNLIKE && unlike > 1 / MOST_UNLIKE && apart > LEAST_APART && apart < MOST_APART) {
            aside(one, other);
            aside(other, one);
            across(one, other);
            across(other, one);
        }
    }

    /** The one found at the corner, the other right of it or below. */
    private void aside(Finder corner, Finder other) {
        float x = other.x() - corner.x();
        float y = other.y() - corner.y();
        Finder below = hidden(corner.x() - y, corner.y() + x, corner, other);
        add(new Triple(corner, other, below, UNLIKELY), 2);
        Finder right = hidden(corner.x() + y, corner.y() - x, corner, other);
        add(new Triple(corner, right, other, UNLIKELY), 1);
    }

    /** Neither at the corner. */
    private void across(Finder right, Finder below) {
        float x = (below.x() - right.x()) / 2;
        float y = (below.y() - right.y()) / 2;
        Finder corner = hidden(right.x() + x - y, right.y() + y + x, right, below);
        add(new Triple(corner, right, below, UNLIKELY), 0);
    }

    private static Finder hidden(double x, double y, Finder one, Finder other) {
        return new Finder((float) x, (float) y, (one.module() + other.module()) / 2, 0);
    }

    /** What a square seen from above would have there is corrected by how the two patterns themselves lie. */
    private void add(Triple square, int hidden) {
        Outlines outlines = Outlines.of(grey, square);
        if (Rings.around(grey, outlines) > 0) {
            double[] place = outlines.leadingTo(hidden);
            QrSymbol symbol = new QrSymbol(grey, square.with(hidden, place[0], place[1]), budget);
            if (symbol.possible()) {
                symbols.add(symbol);
            }
        }
    }

    /** Moved to where the timing patterns alternate best. */
    private QrSymbol settled(QrSymbol first) {
        QrSymbol best = first;
        for (double step : new double[] {0.9, 0.45}) {
            QrSymbol from = best;
            for (int i = 0; i < 9; i++) {
                QrSymbol moved = from.moved((i % 3 - 1) * step, (i / 3 - 1) * step);
                best = moved.likely() > best.likely() ? moved : best;
            }
        }
        return best;
    }
}
