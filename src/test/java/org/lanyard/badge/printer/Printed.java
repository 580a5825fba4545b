package org.lanyard.badge.printer;

import java.awt.image.BufferedImage;

/** A picture as a printer of black dots leaves it on the label. */
public final class Printed {

    private Printed() {}

    public static BufferedImage of(BufferedImage picture) {
        Dots dots = Dots.of(picture);
        BufferedImage label = new BufferedImage(dots.width(), dots.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < dots.height(); y++) {
            for (int x = 0; x < dots.width(); x++) {
                label.setRGB(x, y, dots.black(x, y) ? 0 : 0xFFFFFF);
            }
        }
        return label;
    }
}
