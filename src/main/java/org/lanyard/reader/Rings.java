package org.lanyard.reader;

import java.util.Arrays;

/**
 * How much of three finder patterns is seen where they were found: of three squares within letters or faces it is little, which
 * tells for a fiftieth of what it takes to try whether they belong to a code.
 */
final class Rings {

    private static final int REACH = 4;
    private static final double MODULES = (2 * REACH + 1) * (2 * REACH + 1);

    /** A crack or glare may leave one of the three in doubt, not two. */
    private static final double MOST_DAMAGED = 0.4;
    private static final double DAMAGED = 0.6;

    /** A variance in shades of grey: less than a camera's noise is no contrast. */
    private static final double LITTLE = 1;

    private Rings() {}

    /** How well the three agree with what is printed, with light around as every code has it; -1 where they are none. */
    static double around(GreyFrame grey, Outlines outlines) {
        double[] agreeing = new double[3];
        for (int finder = 0; finder < 3; finder++) {
            agreeing[finder] = agreeing(grey, outlines, finder);
        }
        Arrays.sort(agreeing);
        boolean seen = agreeing[0] > (outlines.hidden() < 0 ? MOST_DAMAGED : -1) && agreeing[1] > DAMAGED;
        return seen ? (agreeing[0] + agreeing[1] + agreeing[2]) / 3 : -1;
    }

    /** The correlation of what is seen with what is printed, from -1 to 1, whatever the light. */
    private static double agreeing(GreyFrame grey, Outlines outlines, int finder) {
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
