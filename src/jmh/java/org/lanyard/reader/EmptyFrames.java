package org.lanyard.reader;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.lanyard.reader.frame.GreyFrame;

/** Frames of 1280 × 720 without a code: what else a camera or a screenshot shows. The same seed makes the same frame. */
final class EmptyFrames {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    private EmptyFrames() {}

    /** The frame of an index; kinds take turns. */
    static GreyFrame make(long seed, int index) {
        Random random = SyntheticFrames.randomness(seed, index);
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = picture.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, grey(random), WIDTH, HEIGHT, grey(random)));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.rotate(random.nextGaussian() * 0.2, WIDTH / 2.0, HEIGHT / 2.0);
        switch (index % 7) {
            case 0 -> text(graphics, random);
            case 1 -> checkers(graphics, random);
            case 2 -> stripes(graphics, random);
            case 3 -> faces(graphics, random);
            case 4 -> targets(graphics, random);
            case 5 -> mosaic(graphics, random);
            default -> shapes(graphics, random);
        }
        graphics.dispose();
        return noisy(GreyFrame.of(picture), 1 + random.nextInt(index % 7 == 6 ? 40 : 8), random);
    }

    private static Color grey(Random random) {
        int value = random.nextInt(256);
        return new Color(value, value, value);
    }

    private static void text(Graphics2D graphics, Random random) {
        int height = 9 + random.nextInt(30);
        graphics.setColor(random.nextBoolean() ? Color.BLACK : grey(random));
        graphics.setFont(new Font(Font.SERIF, Font.PLAIN, height));
        for (int y = height; y < HEIGHT; y += height * 5 / 4) {
            StringBuilder line = new StringBuilder();
            while (line.length() < 200) {
                line.append((char) (random.nextInt(6) == 0 ? ' ' : 'A' + random.nextInt(58)));
            }
            graphics.drawString(line.toString(), 10, y);
        }
    }

    private static void checkers(Graphics2D graphics, Random random) {
        int side = 2 + random.nextInt(40);
        graphics.setColor(Color.BLACK);
        for (int y = 0; y < HEIGHT; y += side) {
            for (int x = y / side % 2 * side; x < WIDTH; x += 2 * side) {
                graphics.fillRect(x, y, side, side);
            }
        }
    }

    /** As a linear code has them. */
    private static void stripes(Graphics2D graphics, Random random) {
        int module = 1 + random.nextInt(8);
        graphics.setColor(Color.BLACK);
        for (int x = 0; x < WIDTH; x += module * (1 + random.nextInt(4))) {
            int width = module * (1 + random.nextInt(3));
            graphics.fillRect(x, 100, width, 500);
            x += width;
        }
    }

    private static void faces(Graphics2D graphics, Random random) {
        for (int i = 0; i < 12; i++) {
            int x = random.nextInt(WIDTH);
            int y = random.nextInt(HEIGHT);
            int width = 60 + random.nextInt(200);
            graphics.setPaint(new GradientPaint(x, y, grey(random), x + width, y + width, grey(random)));
            graphics.fillOval(x, y, width, width * 5 / 4);
            graphics.setColor(grey(random));
            graphics.fillOval(x + width / 4, y + width / 3, width / 8, width / 10);
            graphics.fillOval(x + width * 5 / 8, y + width / 3, width / 8, width / 10);
            graphics.fillArc(x + width / 3, y + width * 3 / 4, width / 3, width / 6, 180, 180);
        }
    }

    /** Squares in squares, as finder patterns are, with nothing between them. */
    private static void targets(Graphics2D graphics, Random random) {
        for (int i = 0; i < 60; i++) {
            int module = 2 + random.nextInt(8);
            int x = random.nextInt(WIDTH);
            int y = random.nextInt(HEIGHT);
            graphics.setColor(Color.BLACK);
            graphics.fillRect(x, y, 7 * module, 7 * module);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(x + module, y + module, 5 * module, 5 * module);
            graphics.setColor(Color.BLACK);
            graphics.fillRect(x + 2 * module, y + 2 * module, 3 * module, 3 * module);
        }
    }

    /** Modules at random, as of a code that is none. */
    private static void mosaic(Graphics2D graphics, Random random) {
        int module = 2 + random.nextInt(10);
        graphics.setColor(Color.BLACK);
        for (int y = 0; y < HEIGHT; y += module) {
            for (int x = 0; x < WIDTH; x += module) {
                if (random.nextBoolean()) {
                    graphics.fillRect(x, y, module, module);
                }
            }
        }
    }

    private static void shapes(Graphics2D graphics, Random random) {
        for (int i = 0; i < 80; i++) {
            graphics.setColor(grey(random));
            int x = random.nextInt(WIDTH);
            int y = random.nextInt(HEIGHT);
            graphics.fillRect(x, y, random.nextInt(150), random.nextInt(150));
            graphics.drawLine(x, y, random.nextInt(WIDTH), random.nextInt(HEIGHT));
        }
    }

    private static GreyFrame noisy(GreyFrame frame, double noise, Random random) {
        byte[] pixels = frame.pixels();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.clamp(Math.round((pixels[i] & 0xFF) + random.nextGaussian() * noise), 0, 255);
        }
        return frame;
    }
}
