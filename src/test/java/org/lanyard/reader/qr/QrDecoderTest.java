package org.lanyard.reader.qr;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.reader.frame.GreyFrame;

/** Codes as they are printed, drawn by ZXing's own writer: every one is read, and nothing is read where there is none. */
@Execution(ExecutionMode.CONCURRENT)
class QrDecoderTest {

    private static final long SEED = 20270514;

    private static BufferedImage code(String text, int side) {
        try {
            BitMatrix bits = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, side, side,
                    Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"));
            BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    picture.setRGB(x, y, bits.get(x, y) ? 0x000000 : 0xFFFFFF);
                }
            }
            return picture;
        } catch (WriterException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** On a camera's frame, turned and enlarged about its middle. */
    private static BufferedImage frame(BufferedImage code, double degrees, double scale) {
        BufferedImage frame = new BufferedImage(1280, 720, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = frame.createGraphics();
        graphics.setColor(new Color(0xB0B0A0));
        graphics.fillRect(0, 0, 1280, 720);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform place = AffineTransform.getTranslateInstance(640, 360);
        place.rotate(Math.toRadians(degrees));
        place.scale(scale, scale);
        place.translate(-code.getWidth() / 2.0, -code.getHeight() / 2.0);
        graphics.drawImage(code, place, null);
        graphics.dispose();
        return frame;
    }

    @ParameterizedTest
    @ValueSource(strings = {"A3K9M2X1", "pycon-us-2027:A3K9M2X1", "https://tickets.example.org/t/?code=A3K9M2X1",
            "Zoë Ångström, 李小龍, محمد علي"})
    void aPrintedCodeIsRead(String text) {
        assertThat(QrTexts.decode(code(text, 300))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "13, 1", "45, 1.7", "90, 0.5", "137, 0.8", "180, 2", "271, 1.2"})
    void howeverItIsHeld(double degrees, double scale) {
        assertThat(QrTexts.decode(frame(code("pycon-us-2027:A3K9M2X1", 250), degrees, scale)))
                .isEqualTo("pycon-us-2027:A3K9M2X1");
    }

    @Test
    void aCodeOfManyModulesIsRead() {
        String signed = "A3K9M2X1.".repeat(40);
        assertThat(QrTexts.decode(frame(code(signed, 560), 7, 1))).isEqualTo(signed);
    }

    @Test
    void lightOnDarkIsRead() {
        BufferedImage code = code("A3K9M2X1", 300);
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 300; x++) {
                code.setRGB(x, y, ~code.getRGB(x, y));
            }
        }
        assertThat(QrTexts.decode(code)).isEqualTo("A3K9M2X1");
    }

    @Test
    void aMirroredCodeIsRead() {
        BufferedImage code = code("A3K9M2X1", 300);
        BufferedImage mirrored = new BufferedImage(300, 300, BufferedImage.TYPE_BYTE_GRAY);
        mirrored.createGraphics().drawImage(code, 300, 0, -300, 300, null);
        assertThat(QrTexts.decode(mirrored)).isEqualTo("A3K9M2X1");
    }

    @Test
    void ofTwoCodesTheOneInTheMiddleIsRead() {
        BufferedImage frame = frame(code("MIDDLE01", 200), 0, 1);
        frame.createGraphics().drawImage(code("ASIDE001", 200), 20, 20, null);
        assertThat(QrTexts.decode(frame)).isEqualTo("MIDDLE01");
        assertThat(QrTexts.decode(GreyFrame.of(frame), 200)).containsExactly("MIDDLE01", "ASIDE001");
    }

    @Test
    void nothingIsReadWhereNothingIs() {
        System.out.println("QrDecoderTest's seed is " + SEED + ".");
        Random random = new Random(SEED);
        for (int i = 0; i < 20; i++) {
            byte[] noise = new byte[320 * 240];
            random.nextBytes(noise);
            assertThat(QrTexts.decode(new GreyFrame(noise, 320, 240), 60)).isEmpty();
        }
        assertThat(QrTexts.decode(new BufferedImage(640, 480, BufferedImage.TYPE_INT_ARGB))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 300", "7, 7", "8, 8", "21, 21", "3, 1000"})
    void aPictureOfAnySizeIsLookedAt(int width, int height) {
        assertThat(QrTexts.decode(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB))).isEmpty();
    }
}
