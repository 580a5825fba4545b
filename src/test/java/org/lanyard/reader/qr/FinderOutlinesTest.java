package org.lanyard.reader.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.reader.frame.GreyFrame;

/** Paper turned away is foreshortened along one axis: modules are measured along each. */
class FinderOutlinesTest {

    private static final PrintedCode CODE = PrintedCode.of("pycon-us-2027:A3K9M2X1", ErrorCorrectionLevel.M);
    private static final double MODULE = 6;

    /** Seen from the side, so that modules are so much less high than wide. */
    private static PrintedCode.Paper flattened(double share) {
        return new PrintedCode.Paper() {

            @Override
            public double u(double x, double y) {
                return x / MODULE - PrintedCode.MARGIN;
            }

            @Override
            public double v(double x, double y) {
                return y / (MODULE * share) - PrintedCode.MARGIN;
            }
        };
    }

    /** As the search finds it: of modules that are as wide as high. */
    private static Finder finder(double u, double v, double share) {
        return new Finder((float) ((u + PrintedCode.MARGIN) * MODULE - 0.5),
                (float) ((v + PrintedCode.MARGIN) * MODULE * share - 0.5), (float) (MODULE * (1 + share) / 2), 5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.8, 0.57, 0.45})
    void aModuleIsMeasuredAlongBothAxes(double share) {
        GreyFrame frame = CODE.drawn(MODULE, flattened(share));
        double far = CODE.size() - 3.5;
        FinderTriple triple =
                new FinderTriple(finder(3.5, 3.5, share), finder(far, 3.5, share), finder(3.5, far, share), 0.1f);
        FinderOutlines outlines = FinderOutlines.of(frame, triple);
        for (int finder = 0; finder < 3; finder++) {
            assertThat(outlines.step(finder, true)[0]).isCloseTo(MODULE, within(0.15));
            assertThat(outlines.step(finder, false)[1]).isCloseTo(MODULE * share, within(0.15));
        }
        assertThat(outlines.estimatedSize()).isCloseTo(CODE.size(), within(1f));
        assertThat(QrTexts.decode(frame, 1000)).containsExactly("pycon-us-2027:A3K9M2X1");
    }
}
