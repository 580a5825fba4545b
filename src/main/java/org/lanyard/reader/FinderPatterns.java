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
    private final List<Finder> found = new ArrayList<>();
    private final int[] runs = new int[5];

    private FinderPatterns(BitFrame frame, int ink) {
        this.frame = frame;
        this.ink = ink;
    }

    /**
     * The centre of a finder pattern, in pixels.
     *
     * @param module estimated side of a module, in pixels
     * @param seen   how many lines agreed on it
     */
    record Finder(float x, float y, float module, int seen) {

        float distance(Finder other) {
            return (float) Math.hypot(x - other.x, y - other.y);
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

        Finder scaled(float factor) {
            // pixel centres: the middle of a picture's first pixel is half a pixel from its edge at every scale
            return new Finder((x + 0.5f) * factor - 0.5f, (y + 0.5f) * factor - 0.5f, module * factor, seen);
        }
    }

    /**
     * Those most lines agreed on first.
     *
     * @param ink     1 for dark patterns, 0 for light ones of an inverted code
     * @param rowStep every so many rows are looked at
     */
    static List<Finder> in(BitFrame frame, int ink, int rowStep, Budget budget) {
        FinderPatterns search = new FinderPatterns(frame, ink);
        for (int y = rowStep / 2; y < frame.height(); y += rowStep) {
            budget.ask();
            search.row(y);
        }
        search.found.sort(Comparator.comparingInt(Finder::seen).reversed());
        return search.found.size() <= MOST ? search.found : search.found.subList(0, MOST);
    }

    private void row(int y) {
        byte[] dark = frame.dark();
        int from = y * frame.width();
        int end = from + frame.width();
        int first = 0;
        int second = 0;
        int third = 0;
        int fourth = 0;
        for (int at = from; at < end;) {
            int start = at;
            byte colour = dark[at];
            while (at < end && dark[at] == colour) {
                at++;
            }
            int fifth = at - start;
            // most rows of runs fail on the middle, which is cheap to see
            if (colour == ink && first != 0 && third > second && third > fourth) {
                runs[0] = first;
                runs[1] = second;
                runs[2] = third;
                runs[3] = fourth;
                runs[4] = fifth;
                if (fits(runs)) {
                    check(at - from - fifth - fourth - third / 2f - 0.5f, y, sum(runs));
                }
            }
            first = second;
            second = third;
            third = fourth;
            fourth = fifth;
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
        int length = 0;
        int px = x;
        int py = y;
        if (side < 0) {
            runs[2] = 0;
        }
        int middle = 0;
        for (int ring = 0; ring < 3; ring++) {
            int run = 0;
            while (inside(px, py) && frame.inkAt(px, py, ink) == (ring != 1)) {
                run++;
                px += dx;
                py += dy;
                if (++length > expected) {
                    return -1;
                }
            }
            if (run == 0 || ring < 2 && !inside(px, py)) {
                return -1;
            }
            if (ring == 0) {
                middle = run - 1;
                runs[2] += run;
            } else {
                runs[2 + side * ring] = run;
            }
        }
        return middle;
    }

    private boolean inside(int x, int y) {
        return x >= 0 && y >= 0 && x < frame.width() && y < frame.height();
    }

    private static int sum(int[] runs) {
        return runs[0] + runs[1] + runs[2] + runs[3] + runs[4];
    }

    /** Within about two thirds of a module, and a pixel more where modules are but a few pixels. */
    private static boolean fits(int[] runs) {
        int total = sum(runs);
        if (total < 7) {
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
