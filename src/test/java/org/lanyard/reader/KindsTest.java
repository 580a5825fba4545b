package org.lanyard.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.reader.frame.Code;

/** Kinds of pictures that other readers read, made up here. */
@Execution(ExecutionMode.CONCURRENT)
class KindsTest {

    private static final String TEXT = "A3K9M2X1";
    private static final int INK = 0x282828;
    private static final int PAPER = 0xD8D8D8;

    private static BitMatrix modules(BarcodeFormat format, String text) {
        try {
            return new MultiFormatWriter().encode(text, format, 1, 1, Map.of(EncodeHintType.MARGIN, 0));
        } catch (WriterException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static BufferedImage ground(int width, int height, int colour) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(new Color(colour));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return picture;
    }

    /** Draws a code about a point, turned by some degrees. */
    private static void draw(BufferedImage onto, BitMatrix modules, double module, double barHeight, int x, int y,
            double degrees, int ink) {
        Graphics2D graphics = onto.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.translate(x, y);
        graphics.rotate(Math.toRadians(degrees));
        graphics.scale(module, module);
        double high = modules.getHeight() == 1 ? barHeight : 1;
        graphics.translate(-modules.getWidth() / 2.0, -modules.getHeight() * high / 2);
        graphics.setColor(new Color(ink));
        for (int v = 0; v < modules.getHeight(); v++) {
            for (int u = 0; u < modules.getWidth(); u++) {
                if (modules.get(u, v)) {
                    // a little larger, so that no seam shows between modules
                    graphics.fill(new Rectangle2D.Double(u, v * high, 1.02, high * 1.02));
                }
            }
        }
        graphics.dispose();
    }

    private static void light(BufferedImage onto, int x, int y, double side, double degrees) {
        Graphics2D graphics = onto.createGraphics();
        graphics.translate(x, y);
        graphics.rotate(Math.toRadians(degrees));
        graphics.setColor(new Color(PAPER));
        graphics.fill(new Rectangle2D.Double(-side / 2, -side / 2, side, side));
        graphics.dispose();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 7, -12})
    void aCodeWithoutAMarginOnADarkGroundIsRead(double degrees) {
        BufferedImage picture = ground(1280, 720, INK);
        BitMatrix modules = modules(BarcodeFormat.QR_CODE, TEXT);
        light(picture, 640, 360, modules.getWidth() * 9, degrees);
        draw(picture, modules, 9, 0, 640, 360, degrees, INK);
        assertThat(Pictures.read(picture).codes()).containsExactly(Code.qr(TEXT));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 7, -12})
    void lightModulesOnADarkSquareAreReadWithoutAMargin(double degrees) {
        BufferedImage picture = ground(1280, 720, PAPER);
        BitMatrix modules = modules(BarcodeFormat.QR_CODE, TEXT);
        modules.flip();
        draw(picture, modules, 9, 0, 640, 360, degrees, INK);
        assertThat(Pictures.read(picture).codes()).containsExactly(Code.qr(TEXT));
    }

    @ParameterizedTest
    @CsvSource({"1920, 1080, 32", "3000, 4000, 70", "4000, 3000, 12"})
    void aSpeckledPrintIsReadHoweverCloseItIs(int width, int height, double module) {
        BufferedImage picture = ground(width, height, PAPER);
        draw(picture, modules(BarcodeFormat.QR_CODE, TEXT), module, 0, width / 2, height / 2, 5, INK);
        Random random = new Random(20270518);
        for (int i = 0; i < width * height / 40; i++) {
            int x = random.nextInt(width - 1);
            int y = random.nextInt(height - 1);
            picture.setRGB(x, y, random.nextBoolean() ? INK : PAPER);
            picture.setRGB(x + 1, y + 1, picture.getRGB(x, y));
        }
        assertThat(Pictures.read(picture).codes()).containsExactly(Code.qr(TEXT));
    }

    @Test
    void aTicketBeforeAClothOfRingsIsRead() {
        BufferedImage picture = ground(1280, 720, 0xA0A0A0);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(0x505050));
        graphics.setStroke(new BasicStroke(8));
        for (int i = 0; i < 14 * 8; i++) {
            int x = 45 + i % 14 * 92;
            int y = 45 + i / 14 * 92;
            graphics.fill(new Ellipse2D.Double(x - 12, y - 12, 24, 24));
            graphics.draw(new Ellipse2D.Double(x - 24, y - 24, 48, 48));
        }
        graphics.dispose();
        light(picture, 640, 360, 260, 4);
        draw(picture, modules(BarcodeFormat.QR_CODE, TEXT), 8, 0, 640, 360, 4, INK);
        assertThat(Pictures.read(picture).codes()).containsExactly(Code.qr(TEXT));
    }

    @ParameterizedTest
    @CsvSource({"AZTEC, A3K9M2X1, 5, 0, 8", "DATA_MATRIX, A3K9M2X1, 5, 0, 8", "DATA_MATRIX, A3K9M2X1, 6, 0, 30",
            "CODE_128, A3K9M2X1, 2, 40, 4", "CODE_128, A3K9M2X1, 2, 40, 90", "CODE_39, A3K9M2X1, 2, 40, 184",
            "EAN_13, 4006381333931, 2, 40, 3", "ITF, 1234567890, 2, 40, 2"})
    void otherSymbologiesAreReadAwayFromTheMiddle(BarcodeFormat format, String text, double module, double barHeight,
            double degrees) {
        BufferedImage picture = ground(1280, 720, 0x909090);
        BitMatrix modules = modules(format, text);
        light(picture, 860, 250, Math.max(modules.getWidth(), 30) * module + 60, degrees);
        draw(picture, modules, module, barHeight, 860, 250, degrees, INK);
        assertThat(Pictures.read(picture).codes()).containsExactly(new Code(text, format.name()));
    }
}
