package org.lanyard.badge.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lanyard.LanyardProcess;
import org.lanyard.Station;
import org.lanyard.StationConfig;
import org.lanyard.badge.printer.FakeZebra;
import org.lanyard.badge.printer.FakeZebra.Step;

/** A station's process is killed while it prints: no badge twice without a person's word, none forgotten. */
class PrintKillTest {

    private static final String CODE = "AAAA1111";

    @TempDir Path folder;
    private FakeZebra zebra;
    private Path data;

    @BeforeEach
    void stationWithAPrinter() throws IOException {
        zebra = new FakeZebra();
        prepare(folder.resolve("data"));
    }

    private void prepare(Path fresh) throws IOException {
        data = fresh;
        Path roster = Files.writeString(folder.resolve("roster.csv"), """
                code,name,ticket,order,status
                %s,Zoë Ångström,Regular,O1,paid
                """.formatted(CODE));
        assertThat(LanyardProcess.run(data, List.of(), "--conference", "demo", "roster", "import", roster.toString()).exit())
                .isZero();
        assertThat(LanyardProcess.run(data, List.of(), "printer", "set", "Zebra", "zpl://127.0.0.1:" + zebra.port(),
                "--when", "first").exit()).isZero();
    }

    @AfterEach
    void end() throws IOException {
        zebra.close();
    }

    @ParameterizedTest
    @EnumSource
    void killedAtAStepItPrintsNothingTwiceAndForgetsNothing(Step step) throws InterruptedException {
        killAt(step);
        PrintJob job = afterRestart();
        System.out.printf("killed at %s: %d printed before and after, then %s%n", step, zebra.labels().size(), job.state());
        assertThat(zebra.labels()).hasSizeLessThanOrEqualTo(1);
        assertThat(zebra.labels().size() == 1 || job.state() == PrintState.UNKNOWN).as("printed, or asked about").isTrue();
        assertThat(job.state()).isEqualTo(step == Step.STATUS_ASKED ? PrintState.CONFIRMED : PrintState.UNKNOWN);
    }

    private void killAt(Step step) throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch dead = new CountDownLatch(1);
        zebra.watcher = now -> {
            if (now == step && dead.getCount() > 0) {
                reached.countDown();
                awaitEnd(dead);
            }
        };
        try (LanyardProcess station = LanyardProcess.start(data, "scan", "--check-in", "--station", "Desk 1")) {
            station.send(CODE);
            assertThat(station.answer()).contains("\"checked_in\"");
            reached.await();
            station.kill();
        }
        dead.countDown();
        zebra.watcher = _ -> {};
    }

    private static void awaitEnd(CountDownLatch dead) {
        try {
            dead.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private PrintJob afterRestart() {
        try (Station station = Station.open(new StationConfig(data, Duration.ZERO))) {
            station.printing().begin();
            station.printing().finish(Duration.ofSeconds(20));
            List<PrintJob> jobs = station.printing().jobs().all(station.roster().conference("demo"));
            assertThat(jobs).hasSize(1);
            assertThat(station.printing().jobs().questions(station.roster().conference("demo")).size())
                    .isEqualTo(jobs.getFirst().state() == PrintState.UNKNOWN ? 1 : 0);
            return jobs.getFirst();
        }
    }
}
