package org.lanyard.hub.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The protocol under a network that does everything wrong; each of its guards is needed. */
@Execution(ExecutionMode.CONCURRENT)
class ScheduleTest {

    private static final Set<Guard> ALL = EnumSet.allOf(Guard.class);
    private static final int LENGTH = 120;
    private static final int SCHEDULES = 10_000;
    private static final int ENOUGH = 10;

    private static Optional<Schedule.Broken> run(long seed, Set<Guard> guards) {
        return new Schedule(seed, guards).run(LENGTH);
    }

    @Test
    void I1_I2_I5_holdInEverySchedule() {
        assertThat(LongStream.range(0, SCHEDULES).mapToObj(seed -> run(seed, ALL)).flatMap(Optional::stream).findFirst())
                .isEmpty();
    }

    @Tag("slow")
    @Test
    void I1_I2_I5_holdForTenMillionSteps() {
        assertThat(LongStream.range(SCHEDULES, SCHEDULES + 10_000_000 / LENGTH).mapToObj(seed -> run(seed, ALL))
                .flatMap(Optional::stream).findFirst()).isEmpty();
    }

    /** Prints the shortest of the first schedules that catch it. */
    @ParameterizedTest
    @EnumSource(Guard.class)
    void withoutAGuardAnInvariantBreaks(Guard guard) {
        Set<Guard> others = EnumSet.complementOf(EnumSet.of(guard));
        Optional<Schedule.Broken> shortest = LongStream.range(0, SCHEDULES).mapToObj(seed -> run(seed, others))
                .flatMap(Optional::stream).limit(ENOUGH).min(Comparator.comparingInt(found -> found.steps().size()));
        assertThat(shortest).as("a schedule that breaks an invariant without " + guard).isPresent();
        System.out.println(guard + ": " + shortest.get());
    }
}
