package org.lanyard.reader;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads codes from picture files, whoever made them. */
public final class Pictures {

    /** A picture of more pixels than any camera or scanner makes is refused before it fills the memory. */
    private static final long MOST_PIXELS = 64L * 1024 * 1024;

    private Pictures() {}

    /**
     * @param text   null when nothing is read; then {@code format} is too
     * @param fault  a plain sentence why the file could not be looked at; else null
     */
    public record Found(String text, String format, double millis, String fault) {}

    /** Never throws, whatever the file holds. */
    public static Found read(Path file) {
        long start = System.nanoTime();
        String text = null;
        String fault = null;
        try {
            text = QrDecoder.decode(open(file));
        } catch (IOException | RuntimeException unreadable) {
            String reason = unreadable instanceof PictureException ? unreadable.getMessage()
                    : Files.exists(file) ? "it is damaged or no picture" : "there is no such file";
            fault = "The picture " + file + " cannot be read: " + reason + ".";
        }
        double millis = Math.round((System.nanoTime() - start) / 100_000.0) / 10.0;
        return new Found(text, text == null ? null : "QR_CODE", millis, fault);
    }

    /** Why a picture is refused, in words. */
    private static final class PictureException extends IOException {

        PictureException(String reason) {
            super(reason);
        }
    }

    private static BufferedImage open(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = in == null ? Collections.emptyIterator()
                    : ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new PictureException(Files.exists(file) ? "it is no picture of a known kind"
                        : "there is no such file");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MOST_PIXELS) {
                    throw new PictureException("it is larger than 64 megapixels");
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        }
    }
}
