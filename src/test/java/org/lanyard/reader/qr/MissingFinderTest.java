package org.lanyard.reader.qr;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanyard.reader.frame.Budget;
import org.lanyard.reader.frame.GreyFrame;

/** A code is read although one of its finder patterns is not to be seen. */
class MissingFinderTest {

    private static final String TEXT = "https://tickets.example.org/t/?code=A3K9M2X1";
    private static final PrintedCode CODE = PrintedCode.of(TEXT, ErrorCorrectionLevel.Q);
    private static final double MODULE = 4.3;

    private static GreyFrame covered(int u, int v) {
        GreyFrame frame = CODE.drawn(MODULE, PrintedCode.flat(MODULE));
        int x = (int) ((PrintedCode.MARGIN + u) * MODULE);
        int y = (int) ((PrintedCode.MARGIN + v) * MODULE);
        for (int row = y; row < y + 7 * MODULE; row++) {
            Arrays.fill(frame.pixels(), row * frame.width() + x, row * frame.width() + x + (int) (7 * MODULE), (byte) 250);
        }
        return frame;
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "0, 1"})
    void anyOneOfThreeMayBeCovered(int right, int down) {
        int far = CODE.size() - 7;
        GreyFrame frame = covered(right * far, down * far);
        Budget budget = Budget.ofMillis(1000);
        BitFrame bits = BitFrame.of(frame, BitFrame.FINE, new byte[frame.width() * frame.height()], budget);
        assertThat(FinderPatterns.in(bits, 1, budget).dark()).as("in plain sight").hasSize(2);
        assertThat(QrTexts.decode(frame, 1000)).isEqualTo(List.of(TEXT));
    }
}
