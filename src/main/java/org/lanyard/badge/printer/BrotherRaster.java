package org.lanyard.badge.printer;

import java.io.ByteArrayOutputStream;

/**
 * Raster commands of Brother's QL label printers with 300 dpi and tape of 62 mm (Software Developer's Manual, Raster Command
 * Reference QL-800/810W/820NWB).
 */
final class BrotherRaster {

    static final int DPI = 300;
    /** Dots that print across tape of 62 mm. */
    static final int PRINTABLE = 696;

    private static final int BYTES_PER_LINE = 90;
    // Pins beside the tape on the right, which the head has and the tape has not.
    private static final int RIGHT_MARGIN = 12;
    private static final int CONTINUOUS_TAPE = 0x0A;
    private static final int TAPE_WIDTH_MM = 62;
    private static final int FEED_DOTS = 35;

    private BrotherRaster() {}

    /** @param dots at most {@link #PRINTABLE} wide */
    static byte[] label(Dots dots) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[200]);                                  // ends whatever was cut off before
        write(out, 0x1B, '@');                                          // initialise
        write(out, 0x1B, 'i', 'a', 1);                                  // raster mode
        write(out, 0x1B, 'i', 'z', 0x86, CONTINUOUS_TAPE, TAPE_WIDTH_MM, 0, dots.height() & 0xFF, dots.height() >> 8 & 0xFF,
                dots.height() >> 16 & 0xFF, 0, 0, 0);
        write(out, 0x1B, 'i', 'M', 0x40);                               // cut
        write(out, 0x1B, 'i', 'A', 1);                                  // after each label
        write(out, 0x1B, 'i', 'K', 0x08);
        write(out, 0x1B, 'i', 'd', FEED_DOTS, 0);
        for (int y = 0; y < dots.height(); y++) {
            write(out, 'g', 0, BYTES_PER_LINE);
            out.writeBytes(line(dots, y));
        }
        write(out, 0x1A);                                               // print
        return out.toByteArray();
    }

    // The head's first pin is at the right of the label.
    private static byte[] line(Dots dots, int y) {
        byte[] line = new byte[BYTES_PER_LINE];
        int shift = RIGHT_MARGIN + (PRINTABLE - dots.width()) / 2;
        for (int x = 0; x < dots.width(); x++) {
            if (dots.black(x, y)) {
                int pin = shift + dots.width() - 1 - x;
                line[pin / 8] |= (byte) (0x80 >> pin % 8);
            }
        }
        return line;
    }

    private static void write(ByteArrayOutputStream out, int... bytes) {
        for (int each : bytes) {
            out.write(each);
        }
    }
}
