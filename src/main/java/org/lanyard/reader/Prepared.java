package org.lanyard.reader;

/**
 * What a first reading costs but once: classes, code that nothing has compiled yet, and the character sets that ZXing asks for,
 * in search of which Java opens every jar of the class path; together some hundred milliseconds. They are spent on a thread of
 * their own by reading codes that are made up, so that no budget has to hold them.
 */
final class Prepared {

    private static final int SIDE = 640;
    private static final int MODULE = 12;
    private static final int AWAY = 100;
    /** In pixels; so bent that a code is not read without its bends. */
    private static final int BEND = 50;
    private static final double MOST_MILLIS = 1500;

    private static final Thread PREPARING = Thread.ofPlatform().daemon().name("reader-preparing").start(Prepared::prepare);

    private Prepared() {}

    /** Waits until it is; the first to ask begins it. */
    static void await() {
        try {
            PREPARING.join();
        } catch (InterruptedException interrupted) {
            // then the first frames take a little longer
            Thread.currentThread().interrupt();
        }
    }

    private static void prepare() {
        Budget budget = Budget.ofMillis(MOST_MILLIS);
        for (GreyFrame frame : new GreyFrame[] {code(0), code(BEND), noise()}) {
            new CodeReader().sightings(frame, Symbologies.EVERY, budget);
        }
    }

    /** A code whose middle hangs down by so many pixels. */
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

    /** Nothing is read here, so that all stages look at it. */
    private static GreyFrame noise() {
        byte[] pixels = new byte[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 0x9E3779B97F4A7C15L >>> 40);
        }
        return new GreyFrame(pixels, SIDE, SIDE);
    }
}
