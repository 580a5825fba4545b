package org.lanyard.badge;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Draws badges as pixels: for the screen, PNG files and label printers. */
public final class BadgeImage {

    private static final double MM_PER_INCH = 25.4;

    private BadgeImage() {}

    /** @param dpi dots an inch: 203 and 300 are those of label printers */
    public static BufferedImage of(Badge badge, int dpi) {
        BufferedImage image = badge.template().backgrounds().copy(badge.template(), badge.look(), dpi);
        Graphics2D graphics = image.createGraphics();
        draw(badge, graphics, dots(dpi));
        graphics.dispose();
        return image;
    }

    static double dots(int dpi) {
        return dpi / MM_PER_INCH;
    }

    /**
     * For a printer with tape of a fixed width: turned on its side where only that fits, and made smaller where neither does.
     *
     * @param dots that print across the tape
     */
    public static BufferedImage across(Badge badge, int dpi, int dots) {
        double shorter = Math.min(badge.template().width(), badge.template().height());
        double fitting = dots * MM_PER_INCH / shorter;
        BufferedImage image = of(badge, (int) Math.min(dpi, fitting));
        return image.getWidth() <= dots ? image : turned(image);
    }

    private static BufferedImage turned(BufferedImage image) {
        BufferedImage turned = new BufferedImage(image.getHeight(), image.getWidth(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            Object row = image.getRaster().getDataElements(0, y, image.getWidth(), 1, null);
            turned.getRaster().setDataElements(image.getHeight() - 1 - y, 0, 1, image.getWidth(), row);
        }
        return turned;
    }

    private static void draw(Badge badge, Graphics2D graphics, double scale) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        AffineTransform toPixels = AffineTransform.getScaleInstance(scale, scale);
        for (Ink ink : badge.inks()) {
            switch (ink) {
                case Ink.Outline outline -> {
                    graphics.setColor(outline.colour());
                    graphics.fill(toPixels.createTransformedShape(outline.shape()));
                }
                case Ink.Qr qr -> draw(qr, graphics, scale);
            }
        }
    }

    // Each module is the same whole number of dots: a printer that rounds some up and some down makes codes hard to read.
    private static void draw(Ink.Qr qr, Graphics2D graphics, double scale) {
        int side = qr.dark().length;
        int module = Math.max(1, (int) Math.floor(qr.module() * scale));
        int left = (int) Math.round(qr.box().getCenterX() * scale - side * module / 2.0);
        int top = (int) Math.round(qr.box().getCenterY() * scale - side * module / 2.0);
        int quiet = Ink.Qr.QUIET * module;
        graphics.setColor(Color.WHITE);
        graphics.fillRect(left - quiet, top - quiet, side * module + 2 * quiet, side * module + 2 * quiet);
        graphics.setColor(Color.BLACK);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                if (qr.dark()[y][x]) {
                    graphics.fillRect(left + x * module, top + y * module, module, module);
                }
            }
        }
    }
}
