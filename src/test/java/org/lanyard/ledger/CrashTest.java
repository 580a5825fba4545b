package org.lanyard.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.LanyardProcess;
import org.lanyard.Rig;
import org.lanyard.Soon;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** R26: a process that is gone from one instruction to the next loses nothing that it answered. */
@Execution(ExecutionMode.CONCURRENT)
class CrashTest {

    private static final long SEED = 20270515;
    private static final int PEOPLE = 50;
    private static final int MOST_ANSWERS = 300;

    @TempDir Path folder;

    private static String code(int attendee) {
        return "A%03d".formatted(attendee);
    }

    @Test
    void R26_nothingAnsweredIsLostInADozenKills() {
        twoAtATime(6);
    }

    @Test
    @Tag("slow")
    void R26_nothingAnsweredIsLostInAHundredKills() {
        twoAtATime(50);
    }

    private void twoAtATime(int kills) {
        System.out.println("seed " + SEED);
        var checkIns = CompletableFuture.runAsync(() -> killAgainAndAgain(folder.resolve("in"), SEED, kills,
                "--check-in"), Thread::startVirtualThread);
        var lunches = CompletableFuture.runAsync(() -> killAgainAndAgain(folder.resolve("lunch"), SEED + 1, kills,
                "--redeem", "lunch"), Thread::startVirtualThread);
        CompletableFuture.allOf(checkIns, lunches).join();
    }

    /** Sometimes the next start is the first to see what a kill left, sometimes another program. */
    private static void killAgainAndAgain(Path data, long seed, int kills, String... mode) {
        prepare(data);
        Random random = new Random(seed);
        Set<String> answered = new HashSet<>();
        for (int i = 0; i < kills; i++) {
            answered.addAll(scanAndKill(data, random.nextInt(MOST_ANSWERS), mode));
            if (random.nextBoolean()) {
                assertSound(data, answered);
            }
        }
        assertThat(LanyardProcess.run(data, List.of(), "verify").exit()).isZero();
        assertSound(data, answered);
        LanyardProcess.Outcome next = LanyardProcess.run(data, List.of(code(0)), scan(mode));
        assertThat(next.exit()).isZero();
        assertThat(next.err()).isEmpty();
        assertThat(next.answers()).singleElement().satisfies(answer -> assertThat(answer.get("id").isNull()).isFalse());
    }

    private static void prepare(Path data) {
        try (Rig rig = Rig.in(data)) {
            String[] roster = Stream.concat(Stream.of("access_code,name,ticket_type,order_reference,items"),
                    IntStream.range(0, PEOPLE).mapToObj(i -> code(i) + ",Somebody,Individual,O" + i + ",lunch:100000"))
                    .toArray(String[]::new);
            assertThat(rig.csv(roster).applied()).isTrue();
        }
    }

    private static String[] scan(String... mode) {
        return Stream.concat(Stream.of("scan", "--station", "P1"), Stream.of(mode)).toArray(String[]::new);
    }

    /** Codes go in without a pause; the ids of what came out before the end. */
    private static List<String> scanAndKill(Path data, int answers, String... mode) {
        try (LanyardProcess process = LanyardProcess.start(data, scan(mode))) {
            Thread.startVirtualThread(() -> {
                for (int i = 0; process.send(code(i % PEOPLE)); i++) {
                    Thread.onSpinWait();
                }
            });
            List<String> lines = new ArrayList<>();
            while (lines.size() < answers) {
                String line = process.answer();
                if (line == null) {
                    throw new AssertionError("ended by itself after " + lines.size() + ": " + process.errors());
                }
                lines.add(line);
            }
            process.kill();
            lines.addAll(process.rest());
            return ids(lines);
        }
    }

    /** The last line may have come only in part; nobody can have read an id in it. */
    private static List<String> ids(List<String> lines) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            try {
                JsonNode answer = JsonMapper.shared().readTree(lines.get(i));
                assertThat(answer.get("verdict").isNull()).as(lines.get(i)).isFalse();
                ids.add(answer.get("id").asString());
            } catch (JacksonException partial) {
                assertThat(i).as(lines.get(i)).isEqualTo(lines.size() - 1);
            }
        }
        return ids;
    }

    private static void assertSound(Path data, Set<String> answered) {
        Path database = data.resolve("lanyard.db");
        try (OtherProgram program = new OtherProgram(database)) {
            Set<String> lost = new HashSet<>(answered);
            program.column("SELECT id FROM check_in UNION ALL SELECT id FROM product_redemption").forEach(lost::remove);
            assertThat(lost).as("answered, and not in the database").isEmpty();
        }
        assertThat(new Maintenance(database).verify()).isEmpty();
    }

    /** The first start makes the file, gives it its tables and its first rows; it may end at any of these. */
    @ParameterizedTest
    @ValueSource(strings = {"lanyard.db", "lanyard.db-wal", "lanyard.log"})
    void R26_aFirstStartThatWasKilledIsMadeGoodByTheNext(String file) throws IOException {
        try (LanyardProcess first = LanyardProcess.start(folder, "conference", "list")) {
            Soon.until(file, () -> !first.alive() || Files.exists(folder.resolve(file)));
            first.kill();
        }
        LanyardProcess.Outcome next = LanyardProcess.run(folder, List.of(), "conference", "list", "--json");
        assertThat(next.err()).isEmpty();
        assertThat(next.out()).containsExactly("[]");
        assertThat(next.exit()).isZero();
        assertThat(new Maintenance(folder.resolve("lanyard.db")).verify()).isEmpty();
    }
}
