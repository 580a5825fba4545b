package org.lanyard.reader.qr;

import java.util.Arrays;
import org.lanyard.reader.frame.GreyFrame;

/**
 * Compares three finder patterns with what is printed: rejects squares within letters or faces at a fiftieth of the price of
 * trying to read a code there.
 */
final class NestedSquares {

    private static final int REACH = 4;
    private static final double MODULES = (2 * REACH + 1) * (2 * REACH + 1);

    /** Least correlation of the worst pattern, which may be cracked, and of the second worst. */
    private static final double WORST = 0.4;
    private static final double SECOND_WORST = 0.6;

    /** Least variance: below it there is only noise. */
    private static final double LITTLE = 1;

    private NestedSquares() {}

    /** Mean correlation of the three, quiet zone included; -1 where they are no finder patterns. */
    static double correlation(GreyFrame grey, FinderOutlines outlines) {
        double[] each = new double[3];
        for (int finder = 0; finder < 3; finder++) {
            each[finder] = correlation(grey, outlines, finder);
        }
        Arrays.sort(each);
        boolean seen = each[0] > (outlines.hidden() < 0 ? WORST : -1) && each[1] > SECOND_WORST;
        return seen ? (each[0] + each[1] + each[2]) / 3 : -1;
    }

    /** Correlation with the printed pattern, from -1 to 1. */
    private static double correlation(GreyFrame grey, FinderOutlines outlines, int finder) {
        double seen = 0;
        double squares = 0;
        double printed = 0;
        double products = 0;
        for (int v = -REACH; v <= REACH; v++) {
            for (int u = -REACH; u <= REACH; u++) {
                double[] at = outlines.at(finder, u, v);
                float value = grey.at((float) at[0], (float) at[1]);
                int ring = Math.max(Math.abs(u), Math.abs(v));
                int ink = ring == 2 || ring == 4 ? 1 : -1;
                seen += value / MODULES;
                squares += value * value / MODULES;
                printed += ink / MODULES;
                products += ink * value / MODULES;
            }
        }
        double spread = Math.max(LITTLE, squares - seen * seen) * (1 - printed * printed);
        return (products - printed * seen) / Math.sqrt(spread);
    }
}
