package org.lanyard.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * R1 to R24: the program and a model written from the rules alone answer 20,000 scans alike, for each of five seeds.
 * A failure tells the seed, the station, the scan's number in its run, the payload, and both answers.
 */
class RandomScansTest {

    private static final List<Long> SEEDS = List.of(1L, 42L, 7777L, 314159L, 20270514L);
    /** Two events at once, as most of the time each waits for its disk. */
    private static final int AT_ONCE = 2;

    @TempDir Path folder;

    @Test
    void everyAnswerIsTheModels() throws Exception {
        System.out.println("The random scans' seeds are " + SEEDS + ".");
        List<Callable<Event>> events = SEEDS.stream().<Callable<Event>>map(seed -> () -> happened(seed)).toList();
        List<Future<Event>> happened = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            happened.addAll(threads.invokeAll(events));
        }
        StringBuilder told = new StringBuilder();
        for (Future<Event> event : happened) {
            told.append(event.get().disagreements());
        }
        assertThat(told.toString()).as("What the program and the rules disagree about").isEmpty();
    }

    private Event happened(long seed) throws Exception {
        Event event = new Event(seed, Files.createDirectory(folder.resolve("seed-" + seed)));
        event.happens();
        return event;
    }
}
