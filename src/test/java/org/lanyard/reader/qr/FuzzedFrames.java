package org.lanyard.reader.qr;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.lanyard.reader.frame.GreyFrame;

/** Frames that no camera makes, and codes mutilated in every way: the same random numbers make the same frame. */
public final class FuzzedFrames {

    private static final int KINDS = 12;
    private static final String[] TEXTS = {"A3K9M2X1", "https://tickets.example.org/t/?code=A3K9M2X1",
            "Zoë Ångström, 李小龍, محمد علي", "A3K9M2X1.".repeat(30)};

    private final Random random;
    private final int width;
    private final int height;
    private final byte[] pixels;

    private FuzzedFrames(Random random, int width, int height) {
        this.random = random;
        this.width = width;
        this.height = height;
        this.pixels = new byte[width * height];
    }

    /** @param texts all that may be read in it */
    public record Fuzzed(GreyFrame frame, Set<String> texts) {}

    public static Fuzzed frame(Random random) {
        int kind = random.nextInt(KINDS);
        if (kind < 4) {
            String text = TEXTS[random.nextInt(TEXTS.length)];
            return new Fuzzed(mutated(code(text, random), random), Set.of(text));
        }
        int[] size = size(random);
        FuzzedFrames frame = new FuzzedFrames(random, size[0], size[1]);
        switch (kind) {
            case 4 -> random.nextBytes(frame.pixels);
            case 5 -> Arrays.fill(frame.pixels, (byte) (random.nextBoolean() ? 0 : random.nextBoolean() ? 255 : 128));
            case 6 -> frame.gradient(1 + random.nextInt(20));
            case 7 -> frame.squares(20 + random.nextInt(100));
            case 8 -> frame.squares(2000);
            case 9 -> frame.tiles(7 + random.nextInt(3), 1 + random.nextInt(9));
            case 10 -> frame.modules(1 + random.nextInt(9));
            default -> frame.sparks();
        }
        return new Fuzzed(new GreyFrame(frame.pixels, frame.width, frame.height), Set.of());
    }

    /** From a single pixel to a camera's frame, and strips that are next to nothing one way. */
    private static int[] size(Random random) {
        int thin = 1 + random.nextInt(8);
        int wide = 1 + random.nextInt(4000);
        return switch (random.nextInt(6)) {
            case 0 -> new int[] {wide, thin};
            case 1 -> new int[] {thin, wide};
            case 2 -> new int[] {thin, 1 + random.nextInt(8)};
            case 3 -> new int[] {1280, 720};
            default -> new int[] {1 + random.nextInt(700), 1 + random.nextInt(700)};
        };
    }

    private static GreyFrame code(String text, Random random) {
        ErrorCorrectionLevel[] levels = ErrorCorrectionLevel.values();
        PrintedCode code = PrintedCode.of(text, levels[random.nextInt(levels.length)]);
        double module = 0.7 + 5 * random.nextDouble();
        double most = random.nextInt(3) == 0 ? 3 : 0.3;
        return code.drawn(module, PrintedCode.bent(module, code.size(), random.nextGaussian() * most,
                random.nextGaussian() * most));
    }

    private static GreyFrame mutated(GreyFrame code, Random random) {
        FuzzedFrames frame = new FuzzedFrames(random, code.width(), 1 + random.nextInt(code.height()));
        if (random.nextInt(3) > 0) {
            frame = new FuzzedFrames(random, code.width(), code.height());
        }
        System.arraycopy(code.pixels(), 0, frame.pixels, 0, frame.pixels.length);
        for (int i = random.nextInt(4); i > 0; i--) {
            switch (random.nextInt(4)) {
                case 0 -> frame.fill(random.nextInt(frame.width), random.nextInt(frame.height),
                        random.nextInt(frame.width), (byte) random.nextInt(256));
                case 1 -> frame.torn();
                case 2 -> frame.noise(random.nextInt(120));
                default -> frame.negative();
            }
        }
        return new GreyFrame(frame.pixels, frame.width, frame.height);
    }

    private void gradient(int waves) {
        double slope = random.nextDouble() - 0.5;
        for (int i = 0; i < pixels.length; i++) {
            double along = (double) (i % width) / width + slope * (i / width) / height;
            pixels[i] = (byte) (waves == 1 ? 255 * along : 128 + 127 * Math.sin(along * waves * 6));
        }
    }

    /** Squares in squares, as finder patterns are, one over the other. */
    private void squares(int count) {
        Arrays.fill(pixels, (byte) 255);
        for (int i = 0; i < count; i++) {
            int module = 1 + random.nextInt(6);
            int x = random.nextInt(width);
            int y = random.nextInt(height);
            fill(x, y, 7 * module, (byte) 0);
            fill(x + module, y + module, 5 * module, (byte) 255);
            fill(x + 2 * module, y + 2 * module, 3 * module, (byte) 0);
        }
    }

    /** Finder patterns side by side in rows and columns, so that any three are as likely as any other. */
    private void tiles(int period, int module) {
        for (int i = 0; i < pixels.length; i++) {
            int u = i % width / module % period;
            int v = i / width / module % period;
            int ring = Math.max(Math.abs(u - 3), Math.abs(v - 3));
            pixels[i] = (byte) (ring == 2 || ring > 3 ? 230 : 20);
        }
    }

    private void modules(int side) {
        long salt = random.nextLong();
        for (int i = 0; i < pixels.length; i++) {
            long module = (i % width / side) * 7919L + i / width / side;
            pixels[i] = (byte) ((module * 0x9E3779B97F4A7C15L ^ salt) >> 40);
            pixels[i] = (byte) (pixels[i] < 0 ? 20 : 230);
        }
    }

    private void sparks() {
        for (int i = random.nextInt(pixels.length + 1) / 9; i > 0; i--) {
            pixels[random.nextInt(pixels.length)] = (byte) 255;
        }
    }

    private void fill(int x, int y, int side, byte value) {
        for (int row = y; row < Math.min(height, y + side); row++) {
            Arrays.fill(pixels, row * width + Math.min(x, width), row * width + Math.min(x + side, width), value);
        }
    }

    private void torn() {
        for (int y = 0; y < height; y++) {
            int by = (int) (3 * Math.sin(y * 0.2 + random.nextInt(2)));
            int from = y * width + Math.max(0, by);
            System.arraycopy(pixels, from, pixels, y * width, Math.max(0, width - Math.max(0, by)));
        }
    }

    private void noise(int grey) {
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.clamp(Math.round((pixels[i] & 0xFF) + random.nextGaussian() * grey), 0, 255);
        }
    }

    private void negative() {
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) ~pixels[i];
        }
    }
}
