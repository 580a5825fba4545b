package org.lanyard.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanyard.reader.frame.Budget;
import org.lanyard.reader.frame.Code;
import org.lanyard.reader.frame.GreyFrame;
import org.lanyard.reader.frame.Sighting;
import org.lanyard.reader.frame.Sighting.Corner;
import org.lanyard.reader.qr.PrintedCode;
import org.lanyard.reader.qr.Projection;

/** A code comes with its corners, where they are in the frame, whatever scale it was found at. */
@Execution(ExecutionMode.CONCURRENT)
class SightingTest {

    private static final PrintedCode CODE = PrintedCode.of("https://tickets.example.org/t/?code=A3K9M2X1",
            ErrorCorrectionLevel.M);
    private static final double SIZE = CODE.size();
    private static final double MILLIS = 2000;

    /** The corners as shares of the frame's side. */
    private static final double[] STRAIGHT = {0.2, 0.2, 0.8, 0.2, 0.8, 0.8, 0.2, 0.8};
    private static final double[] TILTED = {0.25, 0.15, 0.85, 0.2, 0.75, 0.8, 0.2, 0.7};
    private static final double[] TURNED = {0.8, 0.3, 0.7, 0.85, 0.2, 0.7, 0.3, 0.2};

    private static List<Sighting> seen(GreyFrame frame) {
        return new CodeReader().sightings(frame, Symbologies.EVERY, Budget.ofMillis(MILLIS));
    }

    private static double[] scaled(double[] shares, double side) {
        return Arrays.stream(shares).map(share -> share * side).toArray();
    }

    /** The paper that has the code's corners there. */
    private static PrintedCode.Paper paper(double[] corners) {
        Projection back = Projection.fit(corners, new double[] {0, 0, SIZE, 0, SIZE, SIZE, 0, SIZE}).orElseThrow();
        return new PrintedCode.Paper() {

            @Override
            public double u(double x, double y) {
                return back.x(x, y);
            }

            @Override
            public double v(double x, double y) {
                return back.y(x, y);
            }
        };
    }

    /** @param module sets the frame's side; the code's modules are somewhat larger there */
    private static void atItsCorners(double[] shares, double module) {
        double side = (int) ((SIZE + 2 * PrintedCode.MARGIN) * module);
        double[] corners = scaled(shares, side);
        GreyFrame frame = CODE.drawn(module, paper(corners));
        assertThat(seen(frame)).singleElement().satisfies(sighting -> near(sighting, corners, module));
    }

    private static void near(Sighting sighting, double[] corners, double within) {
        assertThat(sighting.corners()).hasSize(corners.length / 2);
        for (int i = 0; i < corners.length; i += 2) {
            double x = corners[i];
            double y = corners[i + 1];
            assertThat(sighting.corners()).as("(%f, %f)", x, y)
                    .anyMatch(corner -> Math.hypot(corner.x() - x, corner.y() - y) < within);
        }
    }

    /** Small ones are enlarged, others looked at as they are, large ones halved first, of an odd width too. */
    @ParameterizedTest
    @CsvSource({"3", "6", "10", "20.03"})
    void theCornersAreThoseOfTheCode(double module) {
        atItsCorners(STRAIGHT, module);
        atItsCorners(TILTED, module);
        atItsCorners(TURNED, module);
    }

    @Test
    void theyBeginAtTheCodesOwnCornerHoweverItIsTurned() {
        double side = (int) ((SIZE + 2 * PrintedCode.MARGIN) * 8);
        double[] corners = scaled(TURNED, side);
        Corner first = seen(CODE.drawn(8, paper(corners))).getFirst().corners().getFirst();
        assertThat(Math.hypot(first.x() - corners[0], first.y() - corners[1])).isLessThan(8);
    }

    @Test
    void aBentCodeHasItsCornersToo() {
        GreyFrame frame = CODE.drawn(6, PrintedCode.bowed(6, CODE.size(), 3));
        double from = PrintedCode.MARGIN * 6;
        double to = from + SIZE * 6;
        assertThat(seen(frame)).singleElement()
                .satisfies(sighting -> near(sighting, new double[] {from, from, to, from, to, to, from, to}, 18));
    }

    /** @param within a linear code's ends are told by its bars alone */
    @ParameterizedTest
    @CsvSource({"AZTEC, A3K9M2X1, 200, 200, 4, 12", "DATA_MATRIX, A3K9M2X1, 200, 200, 4, 12",
            "PDF_417, A3K9M2X1, 400, 160, 4, 40",
            "CODE_128, A3K9M2X1, 400, 120, 2, 70", "EAN_13, 4006381333931, 300, 120, 2, 70"})
    void otherSymbologiesHaveTheCornersThatAreKnown(BarcodeFormat format, String text, int width, int height, int corners,
            double within) {
        int margin = 40;
        GreyFrame frame = printed(format, text, width, height, margin);
        Sighting sighting = seen(frame).getFirst();
        assertThat(sighting.code()).isEqualTo(new Code(text, format.name()));
        assertThat(sighting.corners()).hasSize(corners);
        for (Corner corner : sighting.corners()) {
            boolean left = corner.x() < frame.width() / 2.0;
            assertThat(Math.abs(corner.x() - (left ? margin : frame.width() - margin))).isLessThan(within);
            assertThat(corner.y()).isBetween(margin - within, frame.height() - margin + within);
        }
    }

    /** A book beside the badge is not meant, unless somebody said so. */
    @Test
    void otherSymbologiesAreReadWhereTheyAreEnabled() {
        GreyFrame book = printed(BarcodeFormat.EAN_13, "4006381333931", 300, 120, 40);
        CodeReader alone = new CodeReader();
        for (int turn = 0; turn < 20; turn++) {
            assertThat(alone.sightings(book, Symbologies.QR, Budget.ofMillis(MILLIS))).isEmpty();
        }
        assertThat(seen(book)).hasSize(1);
    }

    /** The room of a frame is used again by the next, whatever its size. */
    @Test
    void aFrameLeavesNothingToTheNext() {
        CodeReader camera = new CodeReader();
        for (int module : new int[] {10, 3, 8, 4}) {
            BufferedImage badge = picture(CODE.drawn(module, PrintedCode.bowed(module, CODE.size(), 0)));
            BufferedImage paper = new BufferedImage(badge.getWidth(), badge.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
            assertThat(camera.sightings(badge, Symbologies.QR, MILLIS)).as("module %d", module).hasSize(1);
            assertThat(camera.sightings(paper, Symbologies.QR, MILLIS)).as("nothing before it").isEmpty();
        }
    }

    private static BufferedImage picture(GreyFrame frame) {
        BufferedImage picture = new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_BYTE_GRAY);
        picture.getRaster().setDataElements(0, 0, frame.width(), frame.height(), frame.pixels());
        return picture;
    }

    private static GreyFrame printed(BarcodeFormat format, String text, int width, int height, int margin) {
        try {
            BitMatrix dark = new MultiFormatWriter().encode(text, format, width, height);
            int wide = dark.getWidth() + 2 * margin;
            byte[] pixels = new byte[wide * (dark.getHeight() + 2 * margin)];
            for (int i = 0; i < pixels.length; i++) {
                int x = i % wide - margin;
                int y = i / wide - margin;
                boolean ink = x >= 0 && y >= 0 && x < dark.getWidth() && y < dark.getHeight() && dark.get(x, y);
                pixels[i] = (byte) (ink ? 20 : 230);
            }
            return new GreyFrame(pixels, wide, pixels.length / wide);
        } catch (WriterException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
