package org.lanyard.reader;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.lanyard.reader.frame.GreyFrame;

/** A folder's pictures, each beside a file with the text it holds, in four rotations. */
final class Photographs {

    private Photographs() {}

    static List<Sample> in(Path folder) throws IOException {
        List<Sample> samples = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.(png|jpg|jpeg|gif)")).sorted().toList()) {
                Path text = file.resolveSibling(file.getFileName().toString().replaceAll("\\.[a-z]+$", ".txt"));
                BufferedImage picture = ImageIO.read(file.toFile());
                for (int turns = 0; turns < 4 && Files.exists(text); turns++) {
                    samples.add(new Sample(folder.relativize(file.getParent()).toString(), Files.readString(text),
                            GreyFrame.of(turned(picture, turns))));
                }
            }
        }
        return samples;
    }

    private static BufferedImage turned(BufferedImage picture, int turns) {
        if (turns == 0) {
            return picture;
        }
        int w = picture.getWidth();
        int h = picture.getHeight();
        AffineTransform turn = AffineTransform.getQuadrantRotateInstance(turns, w / 2.0, h / 2.0);
        AffineTransform centred = AffineTransform.getTranslateInstance(turns % 2 == 0 ? 0 : (h - w) / 2.0,
                turns % 2 == 0 ? 0 : (w - h) / 2.0);
        centred.concatenate(turn);
        BufferedImage result = new BufferedImage(turns % 2 == 0 ? w : h, turns % 2 == 0 ? h : w,
                BufferedImage.TYPE_INT_RGB);
        BufferedImage rgb = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        rgb.createGraphics().drawImage(picture, 0, 0, Color.WHITE, null);
        return new AffineTransformOp(centred, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(rgb, result);
    }
}
