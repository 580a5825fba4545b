package org.lanyard.reader;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Shares of pictures read, beside ZXing's own reader in the same run: photographs from a folder over four rotations, and
 * frames synthesised from fixed seeds. Arguments: the folder of photographs (each beside its expected text), then the
 * number of synthetic frames.
 */
public final class ReadingRates {

    private static final double[] BUDGETS = {20, 60, QrDecoder.PICTURE_BUDGET};

    private ReadingRates() {}

    private record Picture(String name, String expected, GreyFrame frame) {}

    public static void main(String[] arguments) throws IOException {
        List<Picture> photographs = photographs(Path.of(arguments[0]));
        List<Picture> synthetic = new ArrayList<>();
        int frames = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
        for (int seed = 0; seed < frames; seed++) {
            SyntheticFrames.Made made = SyntheticFrames.make(seed);
            synthetic.add(new Picture(made.kind(), made.text(), made.frame()));
        }
        System.out.printf(Locale.ROOT, "%-12s %-14s %6s %8s %8s %9s%n", "pictures", "reader", "read", "wrong",
                "cpu ms", "(max)");
        for (List<Picture> set : List.of(photographs, synthetic)) {
            String what = set == photographs ? "photographs" : "synthetic";
            measure(what, "ZXing", set, PlainZxing::read);
            for (double millis : BUDGETS) {
                measure(what, "ours, " + (int) millis + " ms", set, frame -> {
                    List<String> texts = QrDecoder.decode(frame, millis);
                    return texts.isEmpty() ? null : texts.getFirst();
                });
            }
        }
    }

    private static void measure(String what, String reader, List<Picture> pictures, Function<GreyFrame, String> read) {
        int right = 0;
        int wrong = 0;
        double[] millis = new double[pictures.size()];
        for (int i = 0; i < pictures.size(); i++) {
            Picture picture = pictures.get(i);
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            String text = read.apply(picture.frame());
            millis[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
            boolean same = text != null && text.strip().equals(picture.expected().strip());
            right += same ? 1 : 0;
            wrong += text != null && !same ? 1 : 0;
        }
        Arrays.sort(millis);
        System.out.printf(Locale.ROOT, "%-12s %-14s %5.1f%% %8d %8.2f %9.2f%n", what, reader,
                100.0 * right / Math.max(1, pictures.size()), wrong, millis.length == 0 ? 0 : millis[millis.length / 2],
                millis.length == 0 ? 0 : millis[millis.length - 1]);
    }

    private static List<Picture> photographs(Path folder) throws IOException {
        List<Picture> pictures = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.(png|jpg|jpeg|gif)")).sorted().toList()) {
                Path text = file.resolveSibling(file.getFileName().toString().replaceAll("\\.[a-z]+$", ".txt"));
                BufferedImage picture = ImageIO.read(file.toFile());
                for (int turns = 0; turns < 4 && Files.exists(text); turns++) {
                    pictures.add(new Picture(folder.relativize(file) + "@" + 90 * turns, Files.readString(text),
                            GreyFrame.of(turned(picture, turns))));
                }
            }
        }
        return pictures;
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
        rgb.createGraphics().drawImage(picture, 0, 0, java.awt.Color.WHITE, null);
        return new AffineTransformOp(centred, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(rgb, result);
    }
}
