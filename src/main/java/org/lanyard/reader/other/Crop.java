package org.lanyard.reader.other;

import org.lanyard.reader.frame.GreyFrame;

/** A rectangle of a frame, in pixels. */
record Crop(int x, int y, int width, int height) {

    private static final int LEAST_SIDE = 12;

    static Crop around(double x, double y, double reach, GreyFrame frame) {
        return within((int) (x - reach), (int) (y - reach), (int) (x + reach), (int) (y + reach), frame);
    }

    static Crop within(int x0, int y0, int x1, int y1, GreyFrame frame) {
        int left = Math.clamp(x0, 0, frame.width());
        int top = Math.clamp(y0, 0, frame.height());
        return new Crop(left, top, Math.clamp(x1, left, frame.width()) - left, Math.clamp(y1, top, frame.height()) - top);
    }

    Crop scaled(int factor) {
        return new Crop(x * factor, y * factor, width * factor, height * factor);
    }

    boolean large() {
        return width >= LEAST_SIDE && height >= LEAST_SIDE;
    }

    GreyFrame of(GreyFrame frame) {
        byte[] pixels = new byte[width * height];
        for (int row = 0; row < height; row++) {
            System.arraycopy(frame.pixels(), (y + row) * frame.width() + x, pixels, row * width, width);
        }
        return new GreyFrame(pixels, width, height);
    }
}
