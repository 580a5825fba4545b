package org.lanyard.reader;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;
import java.util.Random;

/**
 * Frames as a 1280 × 720 camera sees a ticket: some of perspective, rotation, motion blur, defocus, glare, bent paper, low
 * light with noise, moiré of a screen, and small codes. The same seed makes the same frame.
 */
final class SyntheticFrames {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final String[] KINDS = {"plain", "rotated", "perspective", "motion", "defocus", "glare", "curved",
        "low-light", "moire", "tiny", "mixed"};

    private SyntheticFrames() {}

    record Made(String kind, String text, GreyFrame frame) {}

    static Made make(long seed) {
        Random random = new Random(seed * 7919 + 17);
        String kind = KINDS[(int) (seed % KINDS.length)];
        String text = text(random);
        ByteMatrix code = code(text, random);
        Scene scene = new Scene(code, kind, random);
        return new Made(kind, text, scene.frame());
    }

    private static String text(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> letters(random, 8);
            case 1 -> "https://tickets.example.org/t/" + letters(random, 8);
            case 2 -> letters(random, 32);
            default -> "pycon-us-2027:" + letters(random, 8) + "." + letters(random, 150) + "=";
        };
    }

    private static String letters(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghij0123456789".charAt(random.nextInt(46)));
        }
        return text.toString();
    }

    private static ByteMatrix code(String text, Random random) {
        try {
            ErrorCorrectionLevel level = ErrorCorrectionLevel.values()[random.nextInt(3)];
            return Encoder.encode(text, level, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8")).getMatrix();
        } catch (WriterException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What light falls where, pixel by pixel. */
    private static final class Scene {

        private final ByteMatrix code;
        private final Random random;
        private final boolean mixed;
        private final String kind;
        private final double side;
        private final double angle;
        private final double tiltX;
        private final double tiltY;
        private final double bend;
        private final double centreX;
        private final double centreY;
        private final double dark;
        private final double light;

        Scene(ByteMatrix code, String kind, Random random) {
            this.code = code;
            this.random = random;
            this.kind = kind;
            this.mixed = kind.equals("mixed");
            int modules = code.getWidth() + 8;
            double perModule = is("tiny") ? 2.1 + random.nextDouble() * 1.1 : 3.2 + random.nextDouble() * 5;
            this.side = Math.min(680, perModule * modules);
            this.angle = is("rotated") ? random.nextDouble() * 2 * Math.PI : random.nextGaussian() * 0.12;
            double tilt = is("perspective") ? 0.55 : 0.06;
            this.tiltX = (random.nextDouble() * 2 - 1) * tilt;
            this.tiltY = (random.nextDouble() * 2 - 1) * tilt;
            this.bend = is("curved") ? (0.04 + 0.1 * random.nextDouble()) * (random.nextBoolean() ? 1 : -1) : 0;
            this.centreX = WIDTH / 2.0 + random.nextGaussian() * 90;
            this.centreY = HEIGHT / 2.0 + random.nextGaussian() * 20;
            this.light = is("low-light") ? 60 + random.nextInt(50) : 170 + random.nextInt(70);
            this.dark = light * (0.12 + 0.35 * random.nextDouble());
        }

        private boolean is(String what) {
            return kind.equals(what) || mixed && Math.floorMod(what.hashCode() + code.getWidth() * 31, 3) == 0;
        }

        GreyFrame frame() {
            float[] values = new float[WIDTH * HEIGHT];
            int over = 3;
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    double sum = 0;
                    for (int i = 0; i < over * over; i++) {
                        sum += seen(x + (i % over + 0.5) / over - 0.5, y + (i / over + 0.5) / over - 0.5);
                    }
                    values[y * WIDTH + x] = (float) (sum / (over * over));
                }
            }
            if (is("defocus")) {
                values = blurred(values, 0.35 * side / (code.getWidth() + 8) * (0.9 + 1.2 * random.nextDouble()));
            }
            if (is("motion")) {
                values = smeared(values, side / (code.getWidth() + 8) * (0.7 + 1.3 * random.nextDouble()));
            }
            return finished(values);
        }

        private double seen(double x, double y) {
            double px = (x - centreX) / side;
            double py = (y - centreY) / side;
            double rx = px * Math.cos(angle) + py * Math.sin(angle);
            double ry = -px * Math.sin(angle) + py * Math.cos(angle);
            double depth = 1 + tiltX * rx + tiltY * ry;
            double u = rx / depth;
            double v = ry / depth + bend * (1 - 4 * u * u);
            int modules = code.getWidth() + 8;
            double mu = (u + 0.5) * modules - 4;
            double mv = (v + 0.5) * modules - 4;
            double value = background(x, y);
            if (mu >= -4 && mv >= -4 && mu < code.getWidth() + 4 && mv < code.getWidth() + 4) {
                boolean inside = mu >= 0 && mv >= 0 && mu < code.getWidth() && mv < code.getWidth();
                value = inside && code.get((int) mu, (int) mv) != 0 ? dark : light;
                if (is("moire")) {
                    value += 0.28 * light * Math.sin(2.1 * x + 0.3 * y) * Math.sin(0.2 * x + 1.9 * y);
                }
            }
            return value + glare(x, y);
        }

        private double background(double x, double y) {
            return light * (0.45 + 0.2 * Math.sin(x / 97 + angle * 9) * Math.cos(y / 61) + 0.1 * Math.sin(x / 13));
        }

        private double glare(double x, double y) {
            if (!is("glare")) {
                return 0;
            }
            double dx = (x - centreX - side * 0.25) / (side * 0.28);
            double dy = (y - centreY + side * 0.1) / (side * 0.28);
            return 190 * Math.exp(-(dx * dx + dy * dy));
        }

        private static float[] blurred(float[] values, double sigma) {
            int reach = Math.max(1, (int) Math.ceil(sigma * 2.5));
            float[] kernel = new float[2 * reach + 1];
            float sum = 0;
            for (int i = -reach; i <= reach; i++) {
                kernel[i + reach] = (float) Math.exp(-i * i / (2 * sigma * sigma));
                sum += kernel[i + reach];
            }
            float[] across = new float[values.length];
            float[] result = new float[values.length];
            convolve(values, across, kernel, sum, reach, true);
            convolve(across, result, kernel, sum, reach, false);
            return result;
        }

        private static void convolve(float[] from, float[] to, float[] kernel, float sum, int reach, boolean across) {
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    float value = 0;
                    for (int i = -reach; i <= reach; i++) {
                        int sx = across ? Math.clamp(x + i, 0, WIDTH - 1) : x;
                        int sy = across ? y : Math.clamp(y + i, 0, HEIGHT - 1);
                        value += kernel[i + reach] * from[sy * WIDTH + sx];
                    }
                    to[y * WIDTH + x] = value / sum;
                }
            }
        }

        private float[] smeared(float[] values, double length) {
            double direction = random.nextDouble() * Math.PI;
            int steps = Math.max(2, (int) Math.ceil(length * 2));
            float[] result = new float[values.length];
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    float sum = 0;
                    for (int i = 0; i < steps; i++) {
                        double along = length * (i / (steps - 1.0) - 0.5);
                        int sx = Math.clamp(Math.round(x + along * Math.cos(direction)), 0, WIDTH - 1);
                        int sy = Math.clamp(Math.round(y + along * Math.sin(direction)), 0, HEIGHT - 1);
                        sum += values[sy * WIDTH + sx];
                    }
                    result[y * WIDTH + x] = sum / steps;
                }
            }
            return result;
        }

        private GreyFrame finished(float[] values) {
            double noise = is("low-light") ? 9 : 2.5;
            byte[] pixels = new byte[values.length];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (byte) Math.clamp(Math.round(values[i] + random.nextGaussian() * noise), 0, 255);
            }
            return new GreyFrame(pixels, WIDTH, HEIGHT);
        }
    }
}
