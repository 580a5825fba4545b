package org.lanyard.reader.qr;

import java.util.Arrays;
import org.lanyard.reader.frame.GreyFrame;

/**
 * Compares three finder patterns with what is printed: rejects squares within letters or faces at a fiftieth of the price of
 * trying to read a code there.
 */
final class NestedSquares {

    private static final int REACH = 4;

    // Least correlation of the worst pattern, which may be cracked, and of the second worst.
    private static final double WORST = 0.4;
    private static final double SECOND_WORST = 0.6;

    // Least variance: below it there is only noise.
    private static final double LITTLE = 1;

    private NestedSquares() {}

    /** Mean correlation of the three, with the quiet zone where there is one; -1 where they are no finder patterns. */
    static double correlation(GreyFrame grey, FinderOutlines outlines, boolean margin) {
        double[] each = new double[3];
        for (int finder = 0; finder < 3; finder++) {
            each[finder] = correlation(grey, outlines, finder, margin ? REACH : REACH - 1);
        }
        Arrays.sort(each);
        boolean seen = each[0] > (outlines.hidden() < 0 ? WORST : -1) && each[1] > SECOND_WORST;
        return seen ? (each[0] + each[1] + each[2]) / 3 : -1;
    }

    // Correlation with the printed pattern, from -1 to 1.
    private static double correlation(GreyFrame grey, FinderOutlines outlines, int finder, int reach) {
        double modules = (2 * reach + 1) * (2 * reach + 1);
        double seen = 0;
        double squares = 0;
        double printed = 0;
        double products = 0;
        for (int v = -reach; v <= reach; v++) {
            for (int u = -reach; u <= reach; u++) {
                double[] at = outlines.at(finder, u, v);
                float value = grey.at((float) at[0], (float) at[1]);
                int ring = Math.max(Math.abs(u), Math.abs(v));
                int ink = ring == 2 || ring == 4 ? 1 : -1;
                seen += value / modules;
                squares += value * value / modules;
                printed += ink / modules;
                products += ink * value / modules;
            }
        }
        double spread = Math.max(LITTLE, squares - seen * seen) * (1 - printed * printed);
        return (products - printed * seen) / Math.sqrt(spread);
    }
}
