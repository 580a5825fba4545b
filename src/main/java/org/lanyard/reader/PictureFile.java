package org.lanyard.reader;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.lanyard.reader.Pictures.Refused;

/** Opens PNG, JPEG, GIF, BMP and WebP files, in bounded memory. */
final class PictureFile {

    /** More than any camera or scanner makes. */
    private static final long MOST_PIXELS = 120L * 1000 * 1000;
    /** Larger pictures are read at a fraction of their size. */
    private static final long ENOUGH_PIXELS = 16L * 1000 * 1000;

    private PictureFile() {}

    static BufferedImage open(Path file) throws IOException {
        try (ImageInputStream in = new PictureInput(file)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new Refused("picture.unknown");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return read(reader);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage read(ImageReader reader) throws IOException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS || pixels <= 0) {
            throw new Refused("picture.megapixels");
        }
        ImageReadParam param = reader.getDefaultReadParam();
        int every = (int) Math.ceil(Math.sqrt((double) pixels / ENOUGH_PIXELS));
        param.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, param);
    }
}
