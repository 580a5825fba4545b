package org.lanyard.reader;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.lanyard.reader.Pictures.Refused;

/** Reads PNG, JPEG, GIF, BMP, TIFF and WebP files, in bounded memory. */
final class PictureFile {

    // More than any camera or scanner makes.
    private static final long MOST_PIXELS = 120L * 1000 * 1000;
    // Larger pictures are read at a fraction of their size.
    private static final long ENOUGH_PIXELS = 16L * 1000 * 1000;
    // Frames of an animation, or pages of a TIFF, that are looked at.
    private static final int MOST_FRAMES = 12;

    private PictureFile() {}

    static void read(Path file, Collected collected) throws IOException {
        try (ImageInputStream in = new PictureInput(file)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new Refused("picture.unknown");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, false, true);
                read(reader, collected);
            } finally {
                reader.dispose();
            }
        }
    }

    private static void read(ImageReader reader, Collected collected) throws IOException {
        boolean found = look(frame(reader, 0), collected);
        for (int frame = 1; !found && frame < MOST_FRAMES; frame++) {
            try {
                found = look(frame(reader, frame), collected);
            } catch (IOException | RuntimeException end) {
                // the last one, or one that is damaged; the first was read
                return;
            }
        }
    }

    private static BufferedImage frame(ImageReader reader, int frame) throws IOException {
        long pixels = (long) reader.getWidth(frame) * reader.getHeight(frame);
        if (pixels > MOST_PIXELS || pixels <= 0) {
            throw new Refused("picture.megapixels");
        }
        ImageReadParam param = reader.getDefaultReadParam();
        int every = (int) Math.ceil(Math.sqrt((double) pixels / ENOUGH_PIXELS));
        param.setSourceSubsampling(every, every, 0, 0);
        return reader.read(frame, param);
    }

    private static boolean look(BufferedImage picture, Collected collected) {
        return collected.addAll(CodeReader.read(picture, CodeReader.PICTURE_BUDGET), Optional.empty())
                || picture.getColorModel().hasAlpha() && collected.addAll(
                        CodeReader.read(onBlack(picture), CodeReader.PICTURE_BUDGET), Optional.empty());
    }

    // For light modules on a transparent ground; otherwise transparent pixels count as white.
    private static BufferedImage onBlack(BufferedImage picture) {
        BufferedImage black = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = black.createGraphics();
        graphics.drawImage(picture, 0, 0, Color.BLACK, null);
        graphics.dispose();
        return black;
    }
}
