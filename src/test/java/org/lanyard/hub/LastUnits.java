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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lanyard.LanyardProcess;
import org.lanyard.Rig;
import org.lanyard.hub.postgres.HubLogin;
import org.lanyard.hub.postgres.TestSql;
import org.lanyard.ledger.Maintenance;
import org.lanyard.ledger.OtherProgram;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pools of a few units, and stations as processes that are after the last one of each; what they showed, and what is there. */
final class LastUnits {

    private static final int MOST_UNITS = 3;
    private static final String LIVE = " FROM entry WHERE kind = 'redemption' AND state = 'LIVE'";

    private final int[] quantities;
    /** Ids of the units that a station has shown green. */
    private final Set<String> green = ConcurrentHashMap.newKeySet();
    private final Semaphore shown = new Semaphore(0);

    LastUnits(int pools, Random random) {
        quantities = IntStream.range(0, pools).map(_ -> 1 + random.nextInt(MOST_UNITS)).toArray();
    }

    int units() {
        return IntStream.of(quantities).sum();
    }

    int green() {
        return green.size();
    }

    /** Waits until so many more units were shown, or queues have ended. */
    void await(int units) {
        shown.acquireUninterruptibly(units);
    }

    private static String code(int pool) {
        return "P%04d".formatted(pool);
    }

    void prepare(Path data) {
        try (Rig rig = Rig.in(data)) {
            rig.csv(Stream.concat(Stream.of("access_code,name,ticket_type,order_reference,order_status,items"),
                    IntStream.range(0, quantities.length).mapToObj(pool -> code(pool) + ",Somebody,Individual,O" + pool
                            + ",paid,lunch:" + quantities[pool]))
                    .toArray(String[]::new));
            rig.station().hub().setName(data.getFileName().toString());
        }
    }

    /**
     * Until this station has seen that there is no unit left, of every pool.
     *
     * @param inFront words before the command that starts the station
     */
    void queue(Path data, List<String> inFront, int kills, Random random) {
        try {
            Set<String> open = new HashSet<>();
            IntStream.range(0, quantities.length).forEach(pool -> open.add(code(pool)));
            for (int kill = 0; kill < kills; kill++) {
                scan(data, inFront, open, random, 1 + random.nextInt(quantities.length));
            }
            scan(data, inFront, open, random, Integer.MAX_VALUE);
            assertThat(open).isEmpty();
        } finally {
            shown.release(units());
        }
    }

    /** A few codes are on their way at once, so that a kill meets some of them in every state. */
    private void scan(Path data, List<String> inFront, Set<String> open, Random random, int answers) {
        List<String> station = LanyardProcess.command(data, "scan", "--station", data.getFileName().toString(), "--redeem",
                "lunch");
        try (LanyardProcess process = LanyardProcess.start(Stream.concat(inFront.stream(), station.stream()).toList())) {
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

    static void level(Path data) {
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
    void assertOnce(HubLogin hub, List<Path> stations) throws SQLException {
        assertThat(TestSql.column(hub, "SELECT body::jsonb ->> 'code' || ' ' || count(*)" + LIVE
                + " GROUP BY body::jsonb ->> 'code'")).containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, quantities.length).mapToObj(pool -> code(pool) + " " + quantities[pool])
                                .toList());
        assertThat(TestSql.column(hub, "SELECT key" + LIVE)).containsAll(green);
        // with what was refused
        List<String> atTheHub = TestSql.column(hub, "SELECT key FROM entry WHERE state = 'LIVE' AND kind <> 'setting'");
        for (Path data : stations) {
            explainMissing(hub, data, atTheHub);
            assertThat(records(data)).as(data.toString()).containsExactlyInAnyOrderElementsOf(atTheHub);
            assertThat(new Maintenance(data.resolve("lanyard.db")).verify()).isEmpty();
        }
    }

    /** Prints what hub and station know of a record that only the hub has. */
    private static void explainMissing(HubLogin hub, Path data, List<String> atTheHub) throws SQLException {
        Set<String> missing = new TreeSet<>(atTheHub);
        records(data).forEach(missing::remove);
        for (String id : missing) {
            System.out.println(
                    data.getFileName() + " lacks " + TestSql.column(hub, "SELECT to_jsonb(e) FROM entry e WHERE key = '"
                            + id + "'"));
            System.out.println("the same pool: " + TestSql.column(hub,
                    "SELECT to_jsonb(e) FROM entry e WHERE kind = 'redemption'"
                            + " AND (key, kind) IN (SELECT c.key, c.kind FROM claim c JOIN claim x USING (pool) WHERE x.key = '"
                            + id + "')"));
            try (OtherProgram program = new OtherProgram(data.resolve("lanyard.db"))) {
                System.out.println(program
                        .column("SELECT id || ' voided ' || voided || ' at ' || ifnull(place, '?') FROM hub_sent"
                                + " WHERE id LIKE '%" + id + "'")
                        + " " + program.column("SELECT kind || ' ' || seq || ' voided '"
                                + " || ifnull(voided_at, '') FROM hub_record WHERE id = '" + id + "'")
                        + " " + program.column("SELECT value FROM hub_state WHERE key LIKE '%" + id + "'"));
            }
        }
    }
}
