package org.lanyard.reader.qr;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Whatever a frame shows, decoding ends, in time, without an exception and without a text that is not there. */
@Execution(ExecutionMode.CONCURRENT)
class QrDecoderFuzzTest {

    private static final long SEED = 20270515;
    private static final int WARM_UP = 60;
    private static final int[] BUDGETS = {1, 5, 20, 60};
    private static final double MOST_BEYOND = 20;

    @BeforeAll
    static void onceCompiled() {
        System.out.println("QrDecoderFuzzTest's seed is " + SEED + ".");
        Random random = new Random(SEED - 1);
        for (int i = 0; i < WARM_UP; i++) {
            QrTexts.decode(FuzzedFrames.frame(random).frame(), 60);
        }
    }

    @Test
    void fiveHundredFrames() {
        lookAt(500, SEED);
    }

    @Test
    @Tag("slow")
    void tenThousandFrames() {
        lookAt(10_000, SEED + 1);
    }

    private static void lookAt(int frames, long seed) {
        Random random = new Random(seed);
        int read = 0;
        for (int i = 0; i < frames; i++) {
            FuzzedFrames.Fuzzed fuzzed = FuzzedFrames.frame(random);
            int budget = BUDGETS[random.nextInt(BUDGETS.length)];
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            List<String> texts = QrTexts.decode(fuzzed.frame(), budget);
            double millis = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
            String which =
                    "frame " + i + " of seed " + seed + ", " + fuzzed.frame().width() + " x " + fuzzed.frame().height();
            assertThat(fuzzed.texts()).as(which).containsAll(texts);
            assertThat(millis).as("milliseconds at a budget of " + budget + ", " + which).isLessThan(budget + MOST_BEYOND);
            read += texts.size();
        }
        assertThat(read).as("a code here and there is still whole").isGreaterThan(frames / 50);
    }
}
