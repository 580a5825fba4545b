package org.lanyard.reader.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What one frame has no time for the next ones have. */
class StageRotationTest {

    private final StageRotation turns = new StageRotation();
    private final List<Integer> taken = new ArrayList<>();
    private int timeLeft;
    private int reads = -1;

    /** Stages of which stage n takes cost[n] of what time there is; -1 for the one it was over within. */
    private String frame(int time, int... cost) {
        taken.clear();
        timeLeft = time;
        List<BooleanSupplier> stages = IntStream.range(0, cost.length).<BooleanSupplier>mapToObj(stage -> () -> {
            timeLeft -= cost[stage];
            if (timeLeft < 0) {
                throw Budget.Spent.SIGNAL;
            }
            taken.add(stage);
            return stage == reads;
        }).toList();
        try {
            turns.run(stages);
        } catch (Budget.Spent over) {
            taken.add(-1);
        }
        return taken.toString();
    }

    @Test
    void whereThereIsTimeEachIsTakenInOrderInEveryFrame() {
        assertThat(frame(10, 1, 2, 3)).isEqualTo("[0, 1, 2]");
        assertThat(frame(10, 1, 2, 3)).isEqualTo("[0, 1, 2]");
    }

    @Test
    void theOneThatHadNoTimeBeginsTheNextFrame() {
        assertThat(frame(10, 4, 9, 3)).isEqualTo("[0, -1]");
        assertThat(frame(10, 4, 9, 3)).isEqualTo("[1, -1]");
        assertThat(frame(10, 4, 9, 3)).isEqualTo("[2, 0, -1]");
    }

    @Test
    void theOneThatTakesMoreThanAFrameHoldsUpNoOther() {
        assertThat(frame(10, 1, 99, 3)).isEqualTo("[0, -1]");
        assertThat(frame(10, 1, 99, 3)).isEqualTo("[-1]");
        assertThat(frame(10, 1, 99, 3)).isEqualTo("[2, 0, -1]");
    }

    @Test
    void theOneThatReadBeginsWhileTheCodeIsInView() {
        reads = 2;
        assertThat(frame(10, 4, 3, 9)).isEqualTo("[0, 1, -1]");
        assertThat(frame(10, 4, 3, 9)).isEqualTo("[2]");
        assertThat(frame(10, 4, 3, 9)).isEqualTo("[2]");
        reads = -1;
        assertThat(frame(20, 4, 3, 9)).isEqualTo("[2, 0, 1]");
        assertThat(frame(20, 4, 3, 9)).isEqualTo("[0, 1, 2]");
    }
}
