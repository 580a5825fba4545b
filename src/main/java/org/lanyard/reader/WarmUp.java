package org.lanyard.reader;

import org.lanyard.reader.frame.Budget;
import org.lanyard.reader.frame.GreyFrame;

/**
 * Loads and compiles the decoder on a thread of its own by reading made-up codes, so that the first frames keep their budget.
 * A first reading takes some hundred milliseconds more, partly for ZXing's character sets, for which Java opens every jar.
 */
final class WarmUp {

    private static final int SIDE = 640;
    private static final int MODULE = 12;
    private static final int AWAY = 100;
    // In pixels; enough that a code is not read as a flat one.
    private static final int BEND = 50;
    private static final double MOST_MILLIS = 1500;

    private static final Thread PREPARING = Thread.ofPlatform().daemon().name("reader-preparing").start(WarmUp::prepare);

    private WarmUp() {}

    /** Waits for the warm-up to end; the first call starts it. */
    static void await() {
        try {
            PREPARING.join();
        } catch (InterruptedException interrupted) {
            // the first frames take a little longer
            Thread.currentThread().interrupt();
        }
    }

    private static void prepare() {
        Budget budget = Budget.ofMillis(MOST_MILLIS);
        for (GreyFrame frame : new GreyFrame[] {code(0), code(BEND), noise()}) {
            new CodeReader().sightings(frame, Symbologies.EVERY, budget);
        }
    }

    // bend: the sag of the code's middle, in pixels
    private static GreyFrame code(int bend) {
        boolean[][] dark = Codes.qr("Zoë, 李小龍");
        byte[] pixels = new byte[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            double along = 2.0 * (i % SIDE) / SIDE - 1;
            int u = (i % SIDE - AWAY) / MODULE;
            int v = (int) (i / SIDE - AWAY - bend * (1 - along * along)) / MODULE;
            boolean ink = u >= 0 && v >= 0 && u < dark.length && v < dark.length && dark[v][u];
            pixels[i] = (byte) (ink ? 30 : 220);
        }
        return new GreyFrame(pixels, SIDE, SIDE);
    }

    // Holds no code, so that all stages run.
    private static GreyFrame noise() {
        byte[] pixels = new byte[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 0x9E3779B97F4A7C15L >>> 40);
        }
        return new GreyFrame(pixels, SIDE, SIDE);
    }
}
