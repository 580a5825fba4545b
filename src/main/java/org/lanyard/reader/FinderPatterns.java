package org.lanyard.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Searches a black-and-white picture for a QR code's finder patterns: dark and light in the ratio 1:1:3:1:1 along any line
 * through the middle (ISO/IEC 18004, 6.3.3). A line that fits is checked in the other direction before it counts.
 */
final class FinderPatterns {

    private static final int MOST = 24;
    private static final int[] RATIO = {1, 1, 3, 1, 1};

    private final BitFrame frame;
    private final int ink;
    private final int least;
    private final List<Finder> found = new ArrayList<>();
    private final int[] runs = new int[5];

    private FinderPatterns(BitFrame frame, int ink, int rowStep) {
        this.frame = frame;
        this.ink = ink;
        // where rows are left out, noise makes more patterns of single pixels than codes have that can be read
        this.least = rowStep == 1 ? 7 : 9;
    }

    /**
     * The centre of a finder pattern, in pixels.
     *
     * @param module estimated side of a module, in pixels
     * @param seen   how many lines agreed on it; none where it is hidden and follows from two others
     */
    record Finder(float x, float y, float module, int seen) {

        float distance(Finder other) {
            return (float) Math.hypot(x - other.x, y - other.y);
        }

        boolean same(Finder other) {
            return same(other.x, other.y, other.module);
        }

        private boolean same(float otherX, float otherY, float otherModule) {
            float reach = 2.5f * Math.max(module, otherModule);
            return Math.abs(x - otherX) <= reach && Math.abs(y - otherY) <= reach
                    && otherModule < 2 * module && module < 2 * otherModule;
        }

        private Finder with(float otherX, float otherY, float otherModule) {
            float weight = 1f / (seen + 1);
            return new Finder(x + (otherX - x) * weight, y + (otherY - y) * weight,
                    module + (otherModule - module) * weight, seen + 1);
        }

        Finder at(float otherX, float otherY) {
            return new Finder(otherX, otherY, module, seen);
        }

        Finder scaled(float factor) {
            // pixel centres: the middle of a picture's first pixel is half a pixel from its edge at every scale
            return new Finder((x + 0.5f) * factor - 0.5f, (y + 0.5f) * factor - 0.5f, module * factor, seen);
        }
    }

    /** Those most lines agreed on first; light ones are those of inverted codes. */
    record Found(List<Finder> dark, List<Finder> light) {

        Found scaled(float factor) {
            return new Found(dark.stream().map(finder -> finder.scaled(factor)).toList(),
                    light.stream().map(finder -> finder.scaled(factor)).toList());
        }
    }

    /**
     * Both kinds in one pass.
     *
     * @param rowStep every so many rows are looked at
     */
    static Found in(BitFrame frame, int rowStep, Budget budget) {
        FinderPatterns[] byInk = {new FinderPatterns(frame, 0, rowStep), new FinderPatterns(frame, 1, rowStep)};
        for (int y = rowStep / 2; y < frame.height(); y += rowStep) {
            budget.ask();
            row(frame, y, byInk);
        }
        return new Found(byInk[1].clearest(), byInk[0].clearest());
    }

    private List<Finder> clearest() {
        return found.stream().sorted(Comparator.comparingInt(Finder::seen).reversed()).limit(MOST).toList();
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
            // most rows of runs fail on the middle, which is cheap to see
            if (first != 0 && third > second && third > fourth) {
                byInk[colour].look(at - from, y, first, second, third, fourth, fifth);
            }
            first = second;
            second = third;
            third = fourth;
            fourth = fifth;
        }
    }

    /** How many alike. */
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

    /** The middle of the pattern along one direction through a dark pixel, or NaN where it does not fit. */
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
        int total = sum(runs);
        if (!fits(runs) || total > 3.2 * expected || expected > 3.2 * total) {
            return Float.NaN;
        }
        float middle = (forth - back) / 2f;
        return (dx != 0 ? x : y) + middle;
    }

    /** Steps out of the middle, over the light ring and the dark; returns how far the middle reached, or -1. */
    private int walk(int x, int y, int dx, int dy, int expected, int side) {
        int middle = steps(x, y, dx, dy, true, expected);
        int light = steps(x + middle * dx, y + middle * dy, dx, dy, false, expected - middle);
        int inner = middle + light;
        int dark = steps(x + inner * dx, y + inner * dy, dx, dy, true, expected - inner);
        if (light == 0 || dark == 0 || inner + dark > expected) {
            return -1;
        }
        runs[2] = side < 0 ? middle : runs[2] + middle;
        runs[2 + side] = light;
        runs[2 + 2 * side] = dark;
        return middle - 1;
    }

    /** How many pixels are, or are not, of this ink; one more than the most where it does not end. */
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

    private static int sum(int[] runs) {
        return runs[0] + runs[1] + runs[2] + runs[3] + runs[4];
    }

    /** Within about two thirds of a module, and a pixel more where modules are but a few pixels. */
    private boolean fits(int[] runs) {
        int total = sum(runs);
        if (total < least) {
            return false;
        }
        float module = total / 7f;
        float slack = Math.max(0.62f * module, Math.min(1.25f, module));
        for (int i = 0; i < 5; i++) {
            if (runs[i] == 0 || Math.abs(runs[i] - RATIO[i] * module) > slack * (i == 2 ? 2 : 1)) {
                return false;
            }
        }
        return true;
    }
}
