package org.lanyard.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * R1 to R24: the program and a model written from the rules alone answer alike: 20,000 scans for each of five seeds, and
 * in every build 2,000 of one. A failure tells the seed, the station, the scan's number in its run, the payload, and both
 * answers.
 */
class RandomScansTest {

    @TempDir Path folder;

    @Test
    void everyAnswerIsTheModels() throws Exception {
        happen(42, Event.ALL / 10);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(longs = {1, 42, 7777, 314159, 20270514})
    void everyAnswerIsTheModelsForLong(long seed) throws Exception {
        happen(seed, Event.ALL);
    }

    private void happen(long seed, int scans) throws Exception {
        System.out.println("The random scans' seed is " + seed + ".");
        Event event = new Event(seed, scans, folder);
        event.happens();
        assertThat(event.disagreements()).as("What the program and the rules disagree about").isEmpty();
    }
}
