package org.lanyard.badge.printer;

import java.awt.image.BufferedImage;

/**
 * A picture in black dots, as label printers take it.
 *
 * @param rows from the top, each of whole bytes, the leftmost dot in the highest bit, 1 for black
 */
record Dots(int width, int height, byte[][] rows) {

    // Darker than the middle grey prints black.
    private static final int THRESHOLD = 128;

    /** @param image of {@code TYPE_INT_RGB} */
    static Dots of(BufferedImage image) {
        int bytes = (image.getWidth() + 7) / 8;
        byte[][] rows = new byte[image.getHeight()][bytes];
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRaster().getDataElements(0, y, image.getWidth(), 1, row);
            for (int x = 0; x < image.getWidth(); x++) {
                if (grey(row[x]) < THRESHOLD) {
                    rows[y][x / 8] |= (byte) (0x80 >> x % 8);
                }
            }
        }
        return new Dots(image.getWidth(), image.getHeight(), rows);
    }

    boolean black(int x, int y) {
        return (rows[y][x / 8] & 0x80 >> x % 8) != 0;
    }

    // Luma as ITU-R BT.601 weighs it.
    private static int grey(int rgb) {
        return ((rgb >> 16 & 0xFF) * 299 + (rgb >> 8 & 0xFF) * 587 + (rgb & 0xFF) * 114) / 1000;
    }
}
