package org.lanyard.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.LanyardProcess;

/** A station that was just started keeps a frame's budget too. Alone: what runs beside it takes its cache. */
@Isolated
class FirstFramesTest {

    private static final double MOST_BEYOND = 20;

    @Test
    void noneOfTheFirstFramesTakesMuchMoreThanItsBudget() {
        start(1);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(longs = {2, 3})
    void norInOtherFilms(long seed) {
        start(seed);
    }

    private static void start(long seed) {
        List<String> java = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-classpath",
                System.getProperty("java.class.path"), FirstFrames.class.getName(), String.valueOf(seed));
        LanyardProcess.Outcome outcome = LanyardProcess.run(java, List.of());
        assertThat(outcome.err()).isEmpty();
        assertThat(Double.parseDouble(outcome.out().getFirst())).as("milliseconds of CPU beyond the budget")
                .isLessThan(MOST_BEYOND);
        System.out.println("The first frames took at most " + outcome.out().getFirst() + " ms beyond their budget.");
    }
}
