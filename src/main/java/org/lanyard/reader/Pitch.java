package org.lanyard.reader;

import org.lanyard.reader.FinderPatterns.Finder;

/**
 * A module's side along one axis of a finder pattern, in pixels: paper that is tilted or bent away is foreshortened along one
 * axis and not along the other.
 */
final class Pitch {

    /** From the pattern's middle to its outer edge. */
    private static final float MODULES = 3.5f;
    private static final float STEP = 0.5f;

    /** Of what was expected; beyond this the paper is seen too much from its edge to be read. */
    private static final float MOST = 1.9f;
    private static final float LEAST = 0.4f;

    private final GreyFrame grey;
    private final Finder finder;
    private final float expected;

    private Pitch(GreyFrame grey, Finder finder, float expected) {
        this.grey = grey;
        this.finder = finder;
        this.expected = expected;
    }

    /** What was expected where the pattern's edges are not clear. */
    static float along(GreyFrame grey, Finder finder, float[] direction, float expected) {
        Pitch pitch = new Pitch(grey, finder, expected);
        float forth = pitch.edge(direction[0], direction[1]);
        float back = pitch.edge(-direction[0], -direction[1]);
        float measured = (forth + back) / (2 * MODULES);
        return measured > LEAST * expected && measured < MOST * expected ? measured : expected;
    }

    /** How far out the dark ring ends: at the third change between dark and light. NaN where there are not so many. */
    private float edge(float dx, float dy) {
        float threshold = threshold(dx, dy);
        boolean dark = true;
        float before = at(0, dx, dy);
        int changes = 0;
        for (float out = STEP; out < MOST * MODULES * expected; out += STEP) {
            float value = at(out, dx, dy);
            if (value < threshold != dark) {
                dark = !dark;
                if (++changes == 3) {
                    return out - STEP * (value - threshold) / (value - before);
                }
            }
            before = value;
        }
        return Float.NaN;
    }

    /** Halfway between the dark middle and the light ring around it. */
    private float threshold(float dx, float dy) {
        float light = 0;
        for (float out = 0; out < 3 * expected; out += STEP) {
            light = Math.max(light, at(out, dx, dy));
        }
        return (at(0, dx, dy) + light) / 2;
    }

    private float at(float out, float dx, float dy) {
        return grey.at(finder.x() + out * dx, finder.y() + out * dy);
    }
}
