package org.lanyard.reader.qr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lanyard.reader.frame.Budget;

/**
 * Searches a black-and-white picture for finder patterns: dark and light in the ratio 1:1:3:1:1 along any line through the
 * centre (ISO/IEC 18004, 6.3.3). A row that fits is checked along the column too.
 */
final class FinderPatterns {

    static final int MOST = 24;
    private static final int MOST_OF_CROWD = 400;
    // In modules: an outer run longer than this has merged with the ground.
    private static final float MERGED = 1.55f;
    private static final int[] RATIO = {1, 1, 3, 1, 1};
    // Tolerance of a run, in modules; a pixel more where modules are few pixels.
    private static final float SLACK = 0.62f;
    private static final float SLACK_PIXELS = 1.25f;
    // Greatest ratio between a pattern's width and height.
    private static final double MOST_TILT = 3.2;
    // Least width of a pattern, in pixels; where rows are skipped, noise gives more small patterns than readable codes
    // do.
    private static final int LEAST_WIDTH = 7;
    private static final int LEAST_WIDTH_SKIPPING = 9;

    private final BitFrame frame;
    private final int ink;
    private final int least;
    private final Search search;
    private final List<Finder> found = new ArrayList<>();
    private final int[] runs = new int[5];

    private FinderPatterns(BitFrame frame, int ink, int rowStep, Search search) {
        this.search = search;
        this.frame = frame;
        this.ink = ink;
        this.least = rowStep == 1 ? LEAST_WIDTH : LEAST_WIDTH_SKIPPING;
    }

    enum Search {
        /** With light around, as every code should have it. */
        WITH_MARGIN,
        /** One side may merge with a ground as dark as the ink. */
        WITHOUT_MARGIN,
        /** More patterns than a few codes have. */
        CROWD
    }

    /** Those with most lines first; light ones belong to inverted codes. */
    record Found(List<Finder> dark, List<Finder> light) {

        static final Found NONE = new Found(List.of(), List.of());

        Found scaled(float factor) {
            return new Found(dark.stream().map(finder -> finder.scaled(factor)).toList(),
                    light.stream().map(finder -> finder.scaled(factor)).toList());
        }
    }

    static Found in(BitFrame frame, int rowStep, Budget budget) {
        return in(frame, rowStep, Search.WITH_MARGIN, budget);
    }

    static Found in(BitFrame frame, int rowStep, Search search, Budget budget) {
        FinderPatterns[] byInk =
                {new FinderPatterns(frame, 0, rowStep, search), new FinderPatterns(frame, 1, rowStep, search)};
        for (int y = rowStep / 2; y < frame.height(); y += rowStep) {
            budget.check();
            row(frame, y, byInk);
        }
        return new Found(byInk[1].clearest(), byInk[0].clearest());
    }

    private List<Finder> clearest() {
        return found.stream().sorted(Comparator.comparingInt(Finder::seen).reversed())
                .limit(search == Search.CROWD ? MOST_OF_CROWD : MOST)
                .toList();
    }

    private static void row(BitFrame frame, int y, FinderPatterns[] byInk) {
        byte[] dark = frame.dark();
        int from = y * frame.width();
        int end = from + frame.width();
        int first = 0, second = 0, third = 0, fourth = 0;
        for (int at = from; at < end;) {
            byte colour = dark[at];
            int fifth = run(dark, at, end);
            at += fifth;
            // most rows fail on the middle run, which is cheap to check
            if (first != 0 && third > second && third > fourth) {
                byInk[colour].look(at - from, y, first, second, third, fourth, fifth);
            }
            first = second;
            second = third;
            third = fourth;
            fourth = fifth;
        }
    }

    private static int run(byte[] dark, int from, int end) {
        int at = from;
        while (at < end && dark[at] == dark[from]) {
            at++;
        }
        return at - from;
    }

    private void look(int end, int y, int first, int second, int third, int fourth, int fifth) {
        runs[0] = first;
        runs[1] = second;
        runs[2] = third;
        runs[3] = fourth;
        runs[4] = fifth;
        clipMerged();
        if (fits(runs)) {
            check(end - fifth - fourth - third / 2f - 0.5f, y, sum(runs));
        }
    }

    private void check(float centre, int y, int total) {
        int x = Math.round(centre);
        float centreY = across(x, y, 0, 1, total);
        if (Float.isNaN(centreY)) {
            return;
        }
        int height = sum(runs);
        float centreX = across(x, Math.round(centreY), 1, 0, total);
        if (Float.isNaN(centreX)) {
            return;
        }
        float module = (sum(runs) + height) / 14f;
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).same(centreX, centreY, module)) {
                found.set(i, found.get(i).with(centreX, centreY, module));
                return;
            }
        }
        found.add(new Finder(centreX, centreY, module, 1));
    }

    // Centre of the pattern along one direction, or NaN where it does not fit.
    private float across(int x, int y, int dx, int dy, int expected) {
        if (!frame.inkAt(x, y, ink)) {
            return Float.NaN;
        }
        int back = walk(x, y, -dx, -dy, expected, -1);
        int forth = back < 0 ? -1 : walk(x, y, dx, dy, expected, 1);
        if (back < 0 || forth < 0) {
            return Float.NaN;
        }
        int inner = runs[2];
        runs[2] = inner - 1;
        clipMerged();
        int total = sum(runs);
        if (!fits(runs) || total > MOST_TILT * expected || expected > MOST_TILT * total) {
            return Float.NaN;
        }
        float middle = (forth - back) / 2f;
        return (dx != 0 ? x : y) + middle;
    }

    // Steps out of the centre, over the light ring and the dark; returns how far the centre reached, or -1.
    private int walk(int x, int y, int dx, int dy, int expected, int side) {
        int middle = steps(x, y, dx, dy, true, expected);
        int light = steps(x + middle * dx, y + middle * dy, dx, dy, false, expected - middle);
        int inner = middle + light;
        int dark = steps(x + inner * dx, y + inner * dy, dx, dy, true, expected - inner);
        if (light == 0 || dark == 0 || inner + dark > expected && search != Search.WITHOUT_MARGIN) {
            return -1;
        }
        runs[2] = side < 0 ? middle : runs[2] + middle;
        runs[2 + side] = light;
        runs[2 + 2 * side] = dark;
        return middle - 1;
    }

    // Counts pixels that are, or are not, of this ink; at most most + 1.
    private int steps(int x, int y, int dx, int dy, boolean inked, int most) {
        int steps = 0;
        while (steps <= most && inside(x + steps * dx, y + steps * dy)
                && frame.inkAt(x + steps * dx, y + steps * dy, ink) == inked) {
            steps++;
        }
        return steps;
    }

    private boolean inside(int x, int y) {
        return x >= 0 && y >= 0 && x < frame.width() && y < frame.height();
    }

    // Without a margin, one outer run may be longer than a module: it is taken for one of a module.
    private void clipMerged() {
        if (search == Search.WITHOUT_MARGIN) {
            float module = (runs[1] + runs[2] + runs[3]) / 5f;
            int outer = runs[0] > runs[4] ? 0 : 4;
            if (runs[outer] > MERGED * module) {
                runs[outer] = Math.max(1, Math.round(module));
            }
        }
    }

    private static int sum(int[] runs) {
        return runs[0] + runs[1] + runs[2] + runs[3] + runs[4];
    }

    private boolean fits(int[] runs) {
        int total = sum(runs);
        if (total < least) {
            return false;
        }
        float module = total / 7f;
        float slack = Math.max(SLACK * module, Math.min(SLACK_PIXELS, module));
        for (int i = 0; i < 5; i++) {
            if (runs[i] == 0 || Math.abs(runs[i] - RATIO[i] * module) > slack * (i == 2 ? 2 : 1)) {
                return false;
            }
        }
        return true;
    }
}
