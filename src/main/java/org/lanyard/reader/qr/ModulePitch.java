package org.lanyard.reader.qr;

import java.util.Arrays;
import org.lanyard.reader.frame.GreyFrame;

/** A module's side along one axis of a finder pattern, in pixels: tilted paper is foreshortened along one axis only. */
final class ModulePitch {

    // From the pattern's centre to its outer edge.
    private static final float MODULES = 3.5f;
    private static final float STEP = 0.5f;

    // Relative to the expected side; paper tilted more cannot be read.
    private static final float MOST = 1.9f;
    private static final float LEAST = 0.4f;

    private static final int DIRECTIONS = 24;
    // Ratio between the distances of the outer edge: 1 for a circle, 1.41 for a square.
    private static final double SQUARE = 1.2;

    private final GreyFrame grey;
    private final Finder finder;
    private final float expected;

    private ModulePitch(GreyFrame grey, Finder finder, float expected) {
        this.grey = grey;
        this.finder = finder;
        this.expected = expected;
    }

    /** Returns {@code expected} where the pattern's edges are not clear. */
    static float along(GreyFrame grey, Finder finder, float[] direction, float expected) {
        ModulePitch pitch = new ModulePitch(grey, finder, expected);
        float forth = pitch.edge(direction[0], direction[1]);
        float back = pitch.edge(-direction[0], -direction[1]);
        float measured = (forth + back) / (2 * MODULES);
        return measured > LEAST * expected && measured < MOST * expected ? measured : expected;
    }

    /** The outer edge is a square's, not a circle's: farther away in some directions than in others. */
    static boolean square(GreyFrame grey, Finder finder) {
        ModulePitch pitch = new ModulePitch(grey, finder, finder.module());
        double[] edges = new double[DIRECTIONS];
        for (int i = 0; i < DIRECTIONS; i++) {
            double angle = 2 * Math.PI * i / DIRECTIONS;
            edges[i] = pitch.edge((float) Math.cos(angle), (float) Math.sin(angle));
        }
        double[] found = Arrays.stream(edges).filter(edge -> !Double.isNaN(edge)).sorted().toArray();
        int tenth = found.length / 10;
        return found.length > DIRECTIONS / 2 && found[found.length - 1 - tenth] > SQUARE * found[tenth];
    }

    // Distance to the third change between dark and light, in pixels, or NaN.
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

    // Halfway between the dark centre and the light ring.
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
