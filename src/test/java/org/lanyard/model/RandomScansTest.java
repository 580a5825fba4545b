package org.lanyard.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.OwnStreams;

/**
 * R1 to R24 and R38: the program and a model written from the rules alone answer alike: 20,000 scans for each of five seeds, and
 * in every build 2,000 of one. A failure tells the seed, the station, the scan's number in its run, the payload, and both
 * answers.
 */
@OwnStreams
class RandomScansTest {

    @TempDir Path folder;

    @Test
    void everyAnswerIsTheModels() throws Exception {
        happen(42, Event.ALL / 10, false);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(longs = {1, 42, 7777, 314159, 20270514})
    void everyAnswerIsTheModelsForLong(long seed) throws Exception {
        happen(seed, Event.ALL, true);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("twentySeeds")
    void everyAnswerIsTheModelsOnManyDays(long seed) throws Exception {
        happen(seed, Event.ALL / 10, false);
    }

    static LongStream twentySeeds() {
        return LongStream.rangeClosed(1_001, 1_020);
    }

    private void happen(long seed, int scans, boolean ownProcesses) throws Exception {
        System.out.println("The random scans' seed is " + seed + ".");
        Event event = new Event(seed, scans, folder, ownProcesses);
        event.happens();
        System.out.println(event.disagreements());
        assertThat(event.disagreements()).as("What the program and the rules disagree about").isEmpty();
    }
}
