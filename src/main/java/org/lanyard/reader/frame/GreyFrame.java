package org.lanyard.reader.frame;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;

/** A greyscale picture, one byte a pixel (0 black, 255 white), row by row. */
public record GreyFrame(byte[] pixels, int width, int height) {

    public static GreyFrame of(BufferedImage picture) {
        return of(picture, new Buffers());
    }

    /** Valid until the next call with the same buffers. Transparent pixels count as white. */
    public static GreyFrame of(BufferedImage picture, Buffers buffers) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        byte[] grey = buffers.grey(width * height);
        // reading the raster takes a tenth of the time of getRGB
        boolean whole = picture.getRaster().getParent() == null;
        if (whole && picture.getRaster().getDataBuffer() instanceof DataBufferByte bytes
                && fromBytes(picture.getType(), bytes.getData(), grey)) {
            return new GreyFrame(grey, width, height);
        }
        if (whole && picture.getRaster().getDataBuffer() instanceof DataBufferInt ints
                && picture.getType() == BufferedImage.TYPE_INT_RGB) {
            int[] data = ints.getData();
            for (int i = 0; i < grey.length; i++) {
                grey[i] = luminance(data[i] >> 16 & 0xFF, data[i] >> 8 & 0xFF, data[i] & 0xFF);
            }
            return new GreyFrame(grey, width, height);
        }
        return drawn(picture, buffers);
    }

    private static boolean fromBytes(int type, byte[] data, byte[] grey) {
        if (type == BufferedImage.TYPE_BYTE_GRAY && data.length == grey.length) {
            System.arraycopy(data, 0, grey, 0, grey.length);
            return true;
        }
        if (type == BufferedImage.TYPE_3BYTE_BGR && data.length == 3 * grey.length) {
            for (int i = 0, at = 0; i < grey.length; i++, at += 3) {
                grey[i] = luminance(data[at + 2] & 0xFF, data[at + 1] & 0xFF, data[at] & 0xFF);
            }
            return true;
        }
        return false;
    }

    // ITU-R BT.601 in 8-bit fixed point.
    private static byte luminance(int red, int green, int blue) {
        return (byte) (77 * red + 150 * green + 29 * blue >> 8);
    }

    private static GreyFrame drawn(BufferedImage picture, Buffers buffers) {
        BufferedImage colour = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = colour.createGraphics();
        graphics.setBackground(Color.WHITE);
        graphics.clearRect(0, 0, colour.getWidth(), colour.getHeight());
        graphics.drawImage(picture, 0, 0, null);
        graphics.dispose();
        return of(colour, buffers);
    }

    public GreyFrame inverted(Budget budget) {
        byte[] inverted = new byte[pixels.length];
        for (int y = 0; y < height; y++) {
            budget.check();
            for (int i = y * width; i < (y + 1) * width; i++) {
                inverted[i] = (byte) ~pixels[i];
            }
        }
        return new GreyFrame(inverted, width, height);
    }

    public GreyFrame halved(Budget budget) {
        int halfWidth = width / 2;
        int halfHeight = height / 2;
        byte[] half = new byte[halfWidth * halfHeight];
        for (int y = 0; y < halfHeight; y++) {
            budget.check();
            int upper = 2 * y * width;
            int lower = upper + width;
            int to = y * halfWidth;
            for (int x = 0; x < halfWidth; x++, upper += 2, lower += 2) {
                half[to + x] = (byte) ((pixels[upper] & 0xFF) + (pixels[upper + 1] & 0xFF) + (pixels[lower] & 0xFF)
                        + (pixels[lower + 1] & 0xFF) + 2 >> 2);
            }
        }
        return new GreyFrame(half, halfWidth, halfHeight);
    }

    public GreyFrame doubled(Budget budget) {
        GreyFrame twice = new GreyFrame(new byte[pixels.length * 4], width * 2, height * 2);
        for (int y = 0; y < twice.height; y++) {
            budget.check();
            for (int x = 0; x < twice.width; x++) {
                twice.pixels[y * twice.width + x] = (byte) Math.round(at((x - 0.5f) / 2, (y - 0.5f) / 2));
            }
        }
        return twice;
    }

    /** Interpolates linearly between pixels; pixel (0, 0) has its centre at (0, 0). Outside, the nearest edge counts. */
    public float at(float x, float y) {
        float inX = Math.clamp(x, 0, width - 1f);
        float inY = Math.clamp(y, 0, height - 1f);
        int x0 = Math.min((int) inX, Math.max(0, width - 2));
        int y0 = Math.min((int) inY, Math.max(0, height - 2));
        float right = inX - x0;
        float down = inY - y0;
        int at = y0 * width + x0;
        int nextX = width > 1 ? 1 : 0;
        int nextY = height > 1 ? width : 0;
        float upper = (pixels[at] & 0xFF) * (1 - right) + (pixels[at + nextX] & 0xFF) * right;
        float lower = (pixels[at + nextY] & 0xFF) * (1 - right) + (pixels[at + nextY + nextX] & 0xFF) * right;
        return upper * (1 - down) + lower * down;
    }
}
