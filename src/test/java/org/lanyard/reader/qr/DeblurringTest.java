package org.lanyard.reader.qr;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanyard.reader.frame.Budget;

/** Modules whose light has spread over their neighbours are told apart again. */
class DeblurringTest {

    private static final PrintedCode CODE = PrintedCode.of("pycon-us-2027:A3K9M2X1", ErrorCorrectionLevel.M);
    private static final int SIZE = CODE.size();

    /** The shares of a module's light that come from those left and right, and above and below. */
    @ParameterizedTest
    @CsvSource({"0.22, 0.22", "0.45, 0.05", "0.05, 0.45", "0.3, 0.2"})
    void blurredModulesComeBack(float aside, float above) {
        float[] seen = new float[SIZE * SIZE];
        for (int i = 0; i < seen.length; i++) {
            int u = i % SIZE;
            int v = i / SIZE;
            seen[i] = (1 - aside - above) * at(u, v) + aside / 2 * (at(u - 1, v) + at(u + 1, v))
                    + above / 2 * (at(u, v - 1) + at(u, v + 1));
            // a different lens on each side, and a little noise
            seen[i] += 0.04f * (u + 3 * v) % 0.1f - 0.05f;
        }
        float[] unblurred = Deblurring.of(SIZE, seen, Budget.ofMillis(10_000)).orElseThrow();
        assertThat(wrong(unblurred)).isLessThan(SIZE * SIZE / 100).isLessThanOrEqualTo(wrong(seen) / 4);
    }

    private static float at(int u, int v) {
        return CODE.dark(u, v) ? -1 : 1;
    }

    private static int wrong(float[] seen) {
        int wrong = 0;
        for (int i = 0; i < seen.length; i++) {
            wrong += seen[i] * at(i % SIZE, i / SIZE) > 0 ? 0 : 1;
        }
        return wrong;
    }
}
