package org.lanyard.badge.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.LanyardProcess;
import org.lanyard.Station;
import org.lanyard.StationConfig;
import org.lanyard.badge.printer.FakeZebra;
import org.lanyard.badge.printer.FakeZebra.Step;
import org.lanyard.reader.Pictures;
import org.lanyard.reader.frame.Code;
import org.lanyard.roster.Person;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Reading;

/** A station's process is killed while it prints: no badge twice without a person's word, none forgotten. */
@Execution(ExecutionMode.CONCURRENT)
class PrintKillTest {

    private static final long SEED = 20_261_127;
    private static final int SLOW_KILLS = 50;
    /** A check-in with its answer and its badge takes about as long. */
    private static final int LONGEST_DELAY_NANOS = 60_000_000;

    @TempDir Path folder;
    private final Random random = new Random(SEED);
    private final Map<String, Integer> table = new TreeMap<>();
    private FakeZebra zebra;
    private Path data;

    /** The moment of a kill: the code is sent, then some time passes; the answer is read; or the printer sees a step. */
    private enum Moment {
        CODE_SENT, ANSWERED, STATUS_ASKED, STATUS_TOLD, FIRST_BYTE, HALF_A_LABEL, LABEL_COMPLETE, ASKED_AFTER, TOLD_AFTER;

        Optional<Step> step() {
            return ordinal() < STATUS_ASKED.ordinal() ? Optional.empty() : Optional.of(Step.valueOf(name()));
        }

        /** Nothing had left the station: it prints by itself at the next start. */
        boolean beforeAnyByte() {
            return this == STATUS_ASKED;
        }

        boolean afterTheFirstByte() {
            return this == FIRST_BYTE || this == HALF_A_LABEL || this == LABEL_COMPLETE || this == ASKED_AFTER;
        }
    }

    @BeforeEach
    void stationWithAPrinter() throws IOException {
        zebra = new FakeZebra();
        data = folder.resolve("data");
        StringBuilder roster = new StringBuilder("code,name,ticket,order,status\n");
        IntStream.range(0, SLOW_KILLS).forEach(i -> roster.append(code(i)).append(",Zoë ").append(i)
                .append(",Regular,O").append(i).append(",paid\n"));
        Path file = Files.writeString(folder.resolve("roster.csv"), roster);
        assertThat(LanyardProcess.run(data, List.of(), "--conference", "demo", "roster", "import", file.toString()).exit())
                .isZero();
        assertThat(LanyardProcess.run(data, List.of(), "printer", "set", "Zebra", "zpl://127.0.0.1:" + zebra.port(),
                "--when", "first").exit()).isZero();
    }

    @AfterEach
    void end() throws IOException {
        zebra.close();
    }

    @Test
    void killedWhileItPrintsAStationPrintsNothingTwiceAndForgetsNobody() throws Exception {
        List<Moment> moments = List.of(Moment.STATUS_ASKED, Moment.FIRST_BYTE, Moment.ASKED_AFTER);
        for (int i = 0; i < moments.size(); i++) {
            killAndStartAgain(code(i), moments.get(i));
        }
        everybodyHasOneBadge(moments.size());
    }

    @Tag("slow")
    @Test
    void killedFiftyTimesAtAnyStepItPrintsNothingTwiceAndForgetsNobody() throws Exception {
        System.out.println("seed " + SEED);
        for (int i = 0; i < SLOW_KILLS; i++) {
            killAndStartAgain(code(i), Moment.values()[i % Moment.values().length]);
        }
        table.forEach((row, times) -> System.out.println(row + " × " + times));
        everybodyHasOneBadge(SLOW_KILLS);
    }

    private static String code(int number) {
        return "AAAA%04d".formatted(number);
    }

    private void killAndStartAgain(String code, Moment moment) throws IOException, InterruptedException {
        int before = zebra.labels().size();
        boolean answered = killAt(code, moment);
        int atTheKill = zebra.labels().size() - before;
        try (Station station = Station.open(new StationConfig(data, Duration.ZERO))) {
            Conference conference = station.roster().conference("demo");
            station.printing().begin();
            station.printing().finish(Duration.ofSeconds(20));
            List<PrintJob> jobs = station.printing().jobs().all(conference).stream()
                    .filter(job -> job.accessCode().equals(code)).toList();
            int labels = zebra.labels().size() - before;
            long questions = station.printing().jobs().questions(conference).size();
            String state = jobs.isEmpty() ? "nothing recorded" : jobs.getFirst().state().word();
            table.merge("%-14s | %-8s | %d label before the kill, %d after the next start | %-16s | %d question"
                    .formatted(moment, answered ? "answered" : "", atTheKill, labels, state, questions), 1, Integer::sum);

            assertThat(labels).as("labels, killed at %s", moment).isLessThanOrEqualTo(1);
            assertThat(jobs).as("first jobs").hasSizeLessThanOrEqualTo(1);
            assertThat(answered && jobs.isEmpty()).as("an answer is durable, and its job with it").isFalse();
            assertThat(questions).isEqualTo(state.equals("unknown") ? 1 : 0);
            assertThat(labels == 1 || questions == 1 || !answered).as("printed, or asked about").isTrue();
            if (moment.beforeAnyByte()) {
                assertThat(state).isEqualTo("confirmed");
            }
            if (moment.afterTheFirstByte()) {
                assertThat(state).isEqualTo("unknown");
            }
            somebodyLooks(station, conference, code, jobs, labels);
        }
    }

    /** Answers the question as a person does who sees whether the badge lies there; scans once more whoever got no answer. */
    private void somebodyLooks(Station station, Conference conference, String code, List<PrintJob> jobs, int labels) {
        Post post = new Post(conference, station.venue().station("Desk 1"), "Desk 1", null, new Mode.CheckIn());
        Person person = station.roster().find(conference, Reading.of(code)).orElseThrow();
        if (jobs.isEmpty()) {
            station.printing().jobs().print(post, person, Optional.empty());
        } else if (jobs.getFirst().state() == PrintState.UNKNOWN && labels == 1) {
            station.printing().jobs().cameOut(jobs.getFirst().id());
        } else if (jobs.getFirst().state() == PrintState.UNKNOWN) {
            station.printing().jobs().printAgain(post, person, Optional.empty(), "it did not come out");
        }
        station.printing().finish(Duration.ofSeconds(20));
        assertThat(station.printing().jobs().questions(conference)).isEmpty();
    }

    private void everybodyHasOneBadge(int people) throws DataFormatException {
        List<String> badges = new ArrayList<>();
        for (String label : zebra.labels()) {
            badges.addAll(Pictures.read(FakeZebra.picture(label)).codes().stream().map(Code::text).toList());
        }
        assertThat(badges).containsExactlyInAnyOrderElementsOf(
                IntStream.range(0, people).mapToObj(i -> "demo:" + code(i)).toList());
    }

    /** @return whether the check-in was answered before the kill */
    private boolean killAt(String code, Moment moment) throws IOException, InterruptedException {
        CountDownLatch reached = new CountDownLatch(moment.step().isPresent() ? 1 : 0);
        CountDownLatch dead = new CountDownLatch(1);
        zebra.watcher = now -> {
            if (moment.step().filter(now::equals).isPresent() && dead.getCount() > 0) {
                reached.countDown();
                awaitEnd(dead);
            }
        };
        try (LanyardProcess station = LanyardProcess.start(data, "scan", "--check-in", "--station", "Desk 1")) {
            station.send("NOBODY");
            assertThat(station.answer()).contains("unknown");
            station.send(code);
            if (moment == Moment.CODE_SENT) {
                LockSupport.parkNanos(random.nextInt(LONGEST_DELAY_NANOS));
            } else {
                assertThat(station.answer()).contains("\"checked_in\"");
            }
            reached.await();
            station.kill();
            return moment != Moment.CODE_SENT || Optional.ofNullable(station.answer()).isPresent();
        } finally {
            dead.countDown();
            zebra.watcher = _ -> {};
            zebra.awaitQuiet();
        }
    }

    private static void awaitEnd(CountDownLatch dead) {
        try {
            dead.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
