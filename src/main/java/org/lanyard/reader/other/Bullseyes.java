package org.lanyard.reader.other;

import com.google.zxing.NotFoundException;
import com.google.zxing.common.BitMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lanyard.reader.frame.Budget;

/** Finds the bullseyes of Aztec codes: at least nine runs of one module each, along a row and along a column. */
final class Bullseyes {

    // Rings on each side of the centre of the smallest bullseye.
    private static final int RINGS = 4;
    private static final int RUNS = 2 * RINGS - 1;
    // Deviation of a run from the mean, as a share.
    private static final double SLACK = 0.55;
    private static final double SLACK_PIXELS = 1.2;
    private static final int MOST = 8;

    private final BitMatrix dark;
    private final List<Bullseye> found = new ArrayList<>();

    private Bullseyes(BitMatrix dark) {
        this.dark = dark;
    }

    /** @param module in pixels */
    record Bullseye(double x, double y, double module, int rows) {

        private boolean same(double otherX, double otherY) {
            return Math.abs(x - otherX) < 2 * module && Math.abs(y - otherY) < 2 * module;
        }
    }

    static List<Bullseye> in(BitMatrix dark, Budget budget) throws NotFoundException {
        Bullseyes bullseyes = new Bullseyes(dark);
        for (int y = 0; y < dark.getHeight(); y++) {
            budget.check();
            bullseyes.row(y);
        }
        return bullseyes.found.stream().sorted(Comparator.comparingInt(Bullseye::rows).reversed()).limit(MOST).toList();
    }

    // Looks at seven runs at a time: those between the two outer ones, which may be longer.
    private void row(int y) {
        int[] ends = new int[RUNS + 1];
        int runs = 0;
        for (int x = 1; x <= dark.getWidth(); x++) {
            if (x == dark.getWidth() || dark.get(x, y) != dark.get(x - 1, y)) {
                System.arraycopy(ends, 1, ends, 0, RUNS);
                ends[RUNS] = x;
                runs++;
                boolean centreDark = dark.get((ends[RINGS - 1] + ends[RINGS]) / 2, y);
                if (runs > RUNS && centreDark && even(ends)) {
                    check((ends[RINGS - 1] + ends[RINGS] - 1) / 2.0, y, (ends[RUNS] - ends[0]) / (double) RUNS);
                }
            }
        }
    }

    private static boolean even(int[] ends) {
        double module = (ends[RUNS] - ends[0]) / (double) RUNS;
        for (int run = 0; run < RUNS; run++) {
            if (Math.abs(ends[run + 1] - ends[run] - module) > Math.max(SLACK * module,
                    Math.min(SLACK_PIXELS, 0.8 * module))) {
                return false;
            }
        }
        return module > 1;
    }

    private void check(double x, int y, double module) {
        int up = steps((int) Math.round(x), y, -1, module);
        int down = steps((int) Math.round(x), y, 1, module);
        if (up < 0 || down < 0 || up + down > 2.2 * RUNS * module || up + down < RUNS * module / 2.2) {
            return;
        }
        double centre = y + (down - up) / 2.0;
        for (int i = 0; i < found.size(); i++) {
            Bullseye other = found.get(i);
            if (other.same(x, centre)) {
                found.set(i, new Bullseye((other.x * other.rows + x) / (other.rows + 1),
                        (other.y * other.rows + centre) / (other.rows + 1), other.module, other.rows + 1));
                return;
            }
        }
        found.add(new Bullseye(x, centre, module, 1));
    }

    // Pixels to the end of the third ring, or -1 where the rings are uneven.
    private int steps(int x, int y, int step, double module) {
        int at = y;
        int changed = y;
        for (int ring = 0; ring < RINGS; ring++) {
            boolean colour = ring % 2 == 0;
            while (at >= 0 && at < dark.getHeight() && dark.get(x, at) == colour) {
                at += step;
            }
            int run = Math.abs(at - changed);
            if (at < 0 || at >= dark.getHeight() || run < 1 || run > 2.4 * module + 1) {
                return -1;
            }
            changed = at;
        }
        return Math.abs(at - y);
    }
}
