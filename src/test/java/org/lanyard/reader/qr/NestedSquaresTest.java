package org.lanyard.reader.qr;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lanyard.reader.frame.GreyFrame;

/** Finder patterns are told from what three other squares are. */
class NestedSquaresTest {

    private static final double MODULE = 4;
    private static final PrintedCode CODE = PrintedCode.of("A3K9M2X1", ErrorCorrectionLevel.M);
    private static final FinderTriple TRIPLE = CODE.triple(MODULE);

    private static GreyFrame frame() {
        return CODE.drawn(MODULE, PrintedCode.flat(MODULE));
    }

    private static boolean seen(GreyFrame frame) {
        return NestedSquares.correlation(frame, FinderOutlines.of(frame, TRIPLE), true) > 0;
    }

    @Test
    void aCodesFinderPatternsAreSeen() {
        assertThat(seen(frame())).isTrue();
    }

    @Test
    void oneMayBeDamaged() {
        GreyFrame frame = frame();
        cover(frame, 3);
        assertThat(seen(frame)).isTrue();
        cover(frame, 7);
        assertThat(seen(frame)).isFalse();
    }

    /** Covers so many rows of modules of the upper left finder pattern. */
    private static void cover(GreyFrame frame, int rows) {
        int from = (int) (PrintedCode.MARGIN * MODULE);
        for (int y = from; y < from + rows * MODULE; y++) {
            Arrays.fill(frame.pixels(), y * frame.width() + from, y * frame.width() + from + (int) (7 * MODULE), (byte) 215);
        }
    }

    @Test
    void blankPaperHasNone() {
        assertThat(seen(new GreyFrame(new byte[200 * 200], 200, 200))).isFalse();
    }
}
