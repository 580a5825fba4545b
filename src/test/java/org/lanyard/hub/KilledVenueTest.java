package org.lanyard.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
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
import org.lanyard.hub.postgres.HubLogin;
import org.lanyard.hub.postgres.KeptLogin;
import org.lanyard.hub.postgres.TestSql;
import org.lanyard.hub.server.OwnServer;
import org.lanyard.ledger.Maintenance;
import org.lanyard.ledger.OtherProgram;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stations as processes after the last unit of every pool, on a real server; stations and hub are killed on the way. */
@Execution(ExecutionMode.CONCURRENT)
class KilledVenueTest {

    private static final int MOST_UNITS = 3;
    private static final String LIVE = " FROM entry WHERE kind = 'redemption' AND state = 'LIVE'";

    @TempDir Path folder;
    /** Ids of the units that a station has shown green. */
    private final Set<String> green = ConcurrentHashMap.newKeySet();
    private final Semaphore shown = new Semaphore(0);

    @Test
    void I1_theLastUnitIsHandedOutOnceWhateverIsKilled() throws SQLException {
        everybodyAfterTheLastUnit(new Size(3, 30, 1, 1), 20270514);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void I1_theLastUnitIsHandedOutOnceAtEightStations(long seed) throws SQLException {
        everybodyAfterTheLastUnit(new Size(8, 2000, 4, 5), seed);
    }

    private record Size(int stations, int pools, int killsOfAStation, int killsOfTheHub) {}

    private void everybodyAfterTheLastUnit(Size size, long seed) throws SQLException {
        System.out.println("seed " + seed + ", " + size);
        Random random = new Random(seed);
        int[] quantities = IntStream.range(0, size.pools()).map(_ -> 1 + random.nextInt(MOST_UNITS)).toArray();
        List<Path> stations = IntStream.rangeClosed(1, size.stations()).mapToObj(i -> folder.resolve("Lunch " + i)).toList();
        try (OwnServer hub = OwnServer.in(folder.resolve("hub"))) {
            stations.forEach(data -> prepare(data, hub.login(), quantities));
            List<CompletableFuture<Void>> queues = new ArrayList<>();
            for (Path data : stations) {
                Random own = new Random(random.nextLong());
                queues.add(CompletableFuture.runAsync(() -> queue(data, size, own), Thread::startVirtualThread)
                        .whenComplete((_, _) -> shown.release(quantities.length)));
            }
            killTheHub(hub, stations, size, IntStream.of(quantities).sum());
            queues.forEach(CompletableFuture::join);
            stations.forEach(KilledVenueTest::level);
            stations.forEach(KilledVenueTest::level);
            assertAllUnitsOnce(hub.login(), quantities);
            List<String> atTheHub = TestSql.column(hub.login(), "SELECT key" + LIVE);
            for (Path data : stations) {
                assertThat(records(data)).as(data.toString()).containsExactlyInAnyOrderElementsOf(atTheHub);
            }
        }
        stations.forEach(data -> assertThat(new Maintenance(data.resolve("lanyard.db")).verify()).isEmpty());
        System.out.println(green.size() + " of " + IntStream.of(quantities).sum() + " units were shown green");
    }

    private static String code(int pool) {
        return "P%04d".formatted(pool);
    }

    private static void prepare(Path data, HubLogin hub, int[] quantities) {
        try (Rig rig = Rig.in(data)) {
            rig.csv(Stream.concat(Stream.of("access_code,name,ticket_type,order_reference,order_status,items"),
                    IntStream.range(0, quantities.length).mapToObj(pool -> code(pool) + ",Somebody,Individual,O" + pool
                            + ",paid,lunch:" + quantities[pool]))
                    .toArray(String[]::new));
            rig.station().hub().setName(data.getFileName().toString());
        }
        new KeptLogin(data).save(hub);
    }

    /** Evenly over the units; each time with another port, which the stations are told. */
    private void killTheHub(OwnServer hub, List<Path> stations, Size size, int units) {
        for (int kill = 0; kill < size.killsOfTheHub(); kill++) {
            shown.acquireUninterruptibly(units / (size.killsOfTheHub() + 1));
            hub.kill();
            hub.startAgain();
            stations.forEach(data -> new KeptLogin(data).save(hub.login()));
        }
    }

    /** Until this station has seen that there is no unit left, of every pool. */
    private void queue(Path data, Size size, Random random) {
        Set<String> open = new HashSet<>();
        IntStream.range(0, size.pools()).forEach(pool -> open.add(code(pool)));
        for (int kill = 0; kill < size.killsOfAStation(); kill++) {
            scan(data, open, random, 1 + random.nextInt(size.pools()));
        }
        scan(data, open, random, Integer.MAX_VALUE);
        assertThat(open).isEmpty();
    }

    /** A few codes are on their way at once, so that a kill meets some of them in every state. */
    private void scan(Path data, Set<String> open, Random random, int answers) {
        try (LanyardProcess process = LanyardProcess.start(data, "scan", "--station", data.getFileName().toString(),
                "--redeem", "lunch")) {
            for (int seen = 0; seen < answers && !open.isEmpty();) {
                List<String> sorted = new ArrayList<>(new TreeSet<>(open));
                Collections.shuffle(sorted, random);
                List<String> next = sorted.subList(0, Math.min(sorted.size(), 8));
                next.forEach(process::send);
                for (int i = 0; i < next.size() && seen < answers; i++, seen++) {
                    String line = process.answer();
                    if (line == null) {
                        throw new AssertionError(data + " ended by itself: " + process.errors());
                    }
                    take(line, open);
                }
            }
            process.kill();
            process.rest().forEach(line -> takeWhole(line, open));
        }
    }

    private void take(String line, Set<String> open) {
        JsonNode answer = JsonMapper.shared().readTree(line);
        switch (answer.get("verdict").asString()) {
            case "redeemed" -> {
                assertThat(green.add(answer.get("id").asString())).isTrue();
                shown.release();
            }
            case "fully_redeemed" -> open.remove(answer.get("payload").asString());
            case "hub_unreachable" -> assertThat(answer.get("recorded").asBoolean()).isFalse();
            default -> throw new AssertionError(line);
        }
    }

    /** The last line may have come only in part; nobody can have read it. */
    private void takeWhole(String line, Set<String> open) {
        try {
            take(line, open);
        } catch (JacksonException partial) {
            System.out.println("cut off: " + partial.getOriginalMessage());
        }
    }

    private static void level(Path data) {
        try (Rig rig = Rig.in(data)) {
            VenueStatus status = rig.station().hub().syncNow();
            assertThat(status.nothingLeft()).as(status.toString()).isTrue();
            assertThat(status.conflicts()).isZero();
        }
    }

    private static List<String> records(Path data) {
        try (OtherProgram program = new OtherProgram(data.resolve("lanyard.db"))) {
            return program.column("SELECT id FROM hub_record WHERE voided_at IS NULL ORDER BY id");
        }
    }

    /** None too many, none burnt, nothing shown green lost. */
    private void assertAllUnitsOnce(HubLogin hub, int[] quantities) throws SQLException {
        assertThat(TestSql.column(hub, "SELECT body::jsonb ->> 'code' || ' ' || count(*)" + LIVE
                + " GROUP BY body::jsonb ->> 'code'")).containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, quantities.length).mapToObj(pool -> code(pool) + " " + quantities[pool])
                                .toList());
        assertThat(TestSql.column(hub, "SELECT key" + LIVE)).containsAll(green);
    }
}
