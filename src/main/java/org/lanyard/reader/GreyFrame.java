package org.lanyard.reader;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** A picture in shades of grey, a byte a pixel (0 black, 255 white), row by row. */
record GreyFrame(byte[] pixels, int width, int height) {

    /** What is transparent counts as white. */
    static GreyFrame of(BufferedImage picture) {
        if (picture.getType() == BufferedImage.TYPE_BYTE_GRAY
                && picture.getRaster().getDataBuffer() instanceof DataBufferByte data
                && data.getData().length == picture.getWidth() * picture.getHeight()) {
            return new GreyFrame(data.getData().clone(), picture.getWidth(), picture.getHeight());
        }
        BufferedImage grey = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = grey.createGraphics();
        graphics.setBackground(Color.WHITE);
        graphics.clearRect(0, 0, grey.getWidth(), grey.getHeight());
        graphics.drawImage(picture, 0, 0, null);
        graphics.dispose();
        return new GreyFrame(((DataBufferByte) grey.getRaster().getDataBuffer()).getData(), grey.getWidth(),
                grey.getHeight());
    }
}
