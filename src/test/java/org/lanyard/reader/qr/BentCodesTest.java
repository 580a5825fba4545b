package org.lanyard.reader.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.reader.frame.Budget;
import org.lanyard.reader.frame.GreyFrame;

/** Codes on paper that is not flat: found where they lie, and read, where a flat grid reads nothing. */
@Execution(ExecutionMode.CONCURRENT)
class BentCodesTest {

    private static final String TEXT = "https://tickets.example.org/t/?code=A3K9M2X1";
    private static final PrintedCode CODE = PrintedCode.of(TEXT, ErrorCorrectionLevel.M);
    private static final int SIZE = CODE.size();
    private static final double MODULE = 5;

    private static Budget plenty() {
        return Budget.ofMillis(10_000);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-3, -1.5, 0, 2, 3.3})
    void aBowIsFoundByTheTimingPattern(double bow) {
        GreyFrame frame = CODE.drawn(MODULE, PrintedCode.bowed(MODULE, SIZE, bow));
        Curvature bend = Curvature.likeliest(frame, FinderOutlines.of(frame, CODE.triple(MODULE)), plenty()).getFirst();
        assertThat(bend.size()).isEqualTo(SIZE);
        for (int u = 4; u < SIZE - 3; u++) {
            double t = (u + 0.5 - 3.5) / (SIZE - 7);
            double y = (6.5 + PrintedCode.MARGIN + bow * 4 * t * (1 - t)) * MODULE - 0.5;
            assertThat(bend.y(u + 0.5, 6.5)).as("module " + u).isCloseTo(y, within(0.4 * MODULE));
        }
    }

    @Test
    void aBowedCodeIsRead() {
        GreyFrame frame = CODE.drawn(MODULE, PrintedCode.bowed(MODULE, SIZE, 3));
        assertThat(new SymbolCandidate(frame, CODE.triple(MODULE), plenty()).read()).isEmpty();
        assertThat(QrTexts.decode(frame, 1000)).containsExactly(TEXT);
    }

    /** Around a cup whose near side is larger: the corner without a finder pattern is told by its alignment pattern. */
    @ParameterizedTest
    @ValueSource(doubles = {-2.5, 2.5})
    void aBowedCodeSeenAtAnAngleIsRead(double bow) {
        PrintedCode.Paper bowed = PrintedCode.bowed(MODULE, SIZE, bow);
        PrintedCode.Paper tilted = new PrintedCode.Paper() {

            @Override
            public double u(double x, double y) {
                return bowed.u(nearer(x, y, x), nearer(x, y, y));
            }

            @Override
            public double v(double x, double y) {
                return bowed.v(nearer(x, y, x), nearer(x, y, y));
            }

            private double nearer(double x, double y, double pixel) {
                return pixel / (0.9 + 0.0004 * (x + y));
            }
        };
        assertThat(QrTexts.decode(CODE.drawn(MODULE, tilted), 1000)).containsExactly(TEXT);
    }

    /** The lower side is nearer, and bows more than the timing pattern tells. */
    @Test
    void aLargeCodeTakesItsLowerSideFromItsAlignmentPatterns() {
        String signed = "pycon-us-2027:A3K9M2X1." + "Kf3xQ9".repeat(26);
        PrintedCode code = PrintedCode.of(signed, ErrorCorrectionLevel.M);
        int size = code.size();
        PrintedCode.Paper flat = PrintedCode.flat(MODULE);
        PrintedCode.Paper bowed = new PrintedCode.Paper() {

            @Override
            public double u(double x, double y) {
                return flat.u(x, y);
            }

            @Override
            public double v(double x, double y) {
                double t = (flat.u(x, y) - 3.5) / (size - 7);
                double bow = 2 + 2.5 * flat.v(x, y) / size;
                return flat.v(x, y) - bow * 4 * t * (1 - t);
            }
        };
        assertThat(size).isGreaterThan(50);
        assertThat(QrTexts.decode(code.drawn(MODULE, bowed), 2000)).containsExactly(signed);
    }

    @Test
    void aCrumpledCodeIsReadByGrowingAMesh() {
        GreyFrame frame = CODE.drawn(MODULE, PrintedCode.bent(MODULE, SIZE, 1.1, -1.3));
        SymbolCandidate symbol = new SymbolCandidate(frame, CODE.triple(MODULE), plenty());
        assertThat(symbol.read()).isEmpty();
        assertThat(symbol.readBent().orElseThrow().code().text()).isEqualTo(TEXT);
    }

    @Test
    void aMeshOnAFlatCodeStaysFlat() {
        GreyFrame frame = CODE.drawn(MODULE, PrintedCode.flat(MODULE));
        Projection plane = FinderOutlines.of(frame, CODE.triple(MODULE)).projection(SIZE).orElseThrow();
        DisplacementMesh mesh = DisplacementMesh.grown(frame, plane, SIZE, plenty());
        for (int i = 0; i < SIZE * SIZE; i++) {
            assertThat(Math.hypot(mesh.du(i % SIZE, i / SIZE), mesh.dv(i % SIZE, i / SIZE))).isLessThan(0.45);
        }
    }
}
