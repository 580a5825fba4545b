package org.lanyard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.lanyard.Station;
import org.lanyard.hub.VenueStatus;
import org.lanyard.hub.postgres.HubLogin;
import org.lanyard.hub.postgres.KeptLogin;
import org.lanyard.hub.protocol.Bucket;
import org.lanyard.hub.server.TestServer;

/**
 * A station that was away for 100,000 records of 20,000 people, and goes on checking people in, beside a bare SELECT of the
 * same rows into a table of SQLite; in turn, on one server.
 */
final class HubCatchUp {

    private static final int PEOPLE = Integer.getInteger("benchmarks.people", 20_000);
    private static final int RECORDS = 5 * PEOPLE;
    private static final int REDEEMED_OF = 5;
    private static final int PAGE = 1000;
    private static final int ROUNDS = 2;
    private static final String LINES = """
            SELECT attendee.access_code, line.conference, line.order_reference, line.line, line.addon
              FROM hub_line line JOIN orders ON orders.reference = line.order_reference AND orders.conference_id = 1
              JOIN attendee_order link ON link.order_id = orders.id JOIN attendee ON attendee.id = link.attendee_id
             WHERE line.quantity > 0 GROUP BY line.line_id
            """;

    private final HubLogin login = TestServer.freshHub();
    private final Path csv;
    private List<Stations.Guest> guests = List.of();

    private HubCatchUp(Path csv) {
        this.csv = csv;
    }

    static void measure(Table table) throws IOException, SQLException {
        HubCatchUp catchUp = new HubCatchUp(Stations.sample("catch-up.csv", PEOPLE));
        catchUp.record();
        List<Double> ours = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        List<Double> decisions = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            double one = catchUp.ours(decisions);
            double other = catchUp.bare();
            if (round > 0) {
                ours.add(one);
                bare.add(other);
            }
        }
        table.group("catching up, " + RECORDS + " records of " + PEOPLE + " people")
                .info("until it is level", median(ours), "s")
                .info("bare SELECT into SQLite", median(bare), "s")
                .info("own check-ins meanwhile, p99", percentile(decisions), "ms")
                .reach("times the bare SELECT", median(ours) / median(bare), "", 3);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0.0);
    }

    private static double percentile(List<Double> values) {
        return values.stream().sorted().skip((long) (values.size() * 0.99)).findFirst().orElse(0.0);
    }

    private Station station(String name) throws IOException {
        Station station = Stations.open(Stations.folder(name));
        station.rosterFiles().importFile(csv, Stations.CSV, _ -> {});
        return station;
    }

    private record Line(String code, String conference, String order, String line, String addon) {}

    /** As other stations would have recorded it at the hub. */
    private void record() throws IOException, SQLException {
        List<Line> lines;
        try (Station station = station("catch-up-source")) {
            guests = Stations.guests(station);
            lines = station.ledger().read(db -> db.list(row -> new Line(row.getString(1), row.getString(2), row.getString(3),
                    row.getString(4), row.getString(5)), LINES));
        }
        try (Connection hub = connect(); PreparedStatement entry = hub.prepareStatement("""
                INSERT INTO entry (conference, kind, key, state, body, place, changed, station)
                VALUES ('sample', ?, ?, 'LIVE', ?, ?, ?, ?)
                """); PreparedStatement pool = hub.prepareStatement("""
                INSERT INTO pool (conference, product, number, pool, quantity, version, used) VALUES ('sample', ?, ?, ?, 9, 1, 1)
                """); PreparedStatement claim = hub.prepareStatement("""
                INSERT INTO claim (conference, kind, key, product, number, pool) VALUES ('sample', 'redemption', ?, ?, ?, ?)
                """)) {
            hub.setAutoCommit(false);
            UUID other = UUID.randomUUID();
            int redeemed = 0;
            for (int place = 1; place <= RECORDS; place++) {
                boolean unit = place % REDEEMED_OF == 0 && redeemed < lines.size();
                String key = UUID.randomUUID().toString();
                String code = guests.get(place % guests.size()).code();
                String more = "";
                if (unit) {
                    Line line = lines.get(redeemed++);
                    code = line.code();
                    more = "\"order\":\"" + line.order() + "\",\"line\":\"" + line.line() + "\",";
                    Bucket bucket = Bucket.of(line.conference(), line.addon(), line.order());
                    String name = line.order() + "/" + line.line() + "/" + code;
                    run(pool, bucket.product(), bucket.number(), name);
                    run(entry, "redemption", key, body(code, more), (long) place, (long) place, other);
                    run(claim, key, bucket.product(), bucket.number(), name);
                } else {
                    run(entry, "check_in", key, body(code, more), (long) place, (long) place, other);
                }
            }
            for (PreparedStatement each : List.of(pool, entry, claim)) {
                each.executeBatch();
            }
            try (Statement statement = hub.createStatement()) {
                statement.execute("UPDATE hub SET place = " + RECORDS);
            }
            hub.commit();
        }
    }

    private static String body(String code, String more) {
        return "{\"code\":\"" + code + "\"," + more
                + "\"at\":1810000000000,\"station\":\"Lunch 2\",\"by\":\"Sam\",\"overridden\":0}";
    }

    private static void run(PreparedStatement statement, Object... values) throws SQLException {
        for (int at = 0; at < values.length; at++) {
            statement.setObject(at + 1, values[at]);
        }
        statement.addBatch();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + login.address().port() + "/"
                + login.address().database() + "?currentSchema=lanyard&sslmode=disable", login.address().user(),
                login.password());
    }

    private double ours(List<Double> decisions) throws IOException {
        try (Station station = station("catch-up")) {
            station.hub().setName("Away");
            new KeptLogin(station.config().dataFolder()).save(login);
            AtomicBoolean level = new AtomicBoolean();
            CompletableFuture<Void> desk = CompletableFuture.runAsync(() -> checkIn(station, level, decisions));
            long start = System.nanoTime();
            VenueStatus status = station.hub().syncNow();
            double seconds = (System.nanoTime() - start) / 1e9;
            level.set(true);
            desk.join();
            long there = station.ledger().read(db -> db.number("SELECT count(*) FROM hub_record"));
            if (status.state() == VenueStatus.State.ALONE || there < RECORDS) {
                throw new IllegalStateException(there + " of " + RECORDS + ", " + status);
            }
            return seconds;
        }
    }

    private void checkIn(Station station, AtomicBoolean level, List<Double> decisions) {
        for (int n = 0; !level.get(); n++) {
            long start = System.nanoTime();
            station.gate().decide(Stations.desk(station), Stations.scan(station, guests.get(n % guests.size()).code()))
                    .join();
            decisions.add((System.nanoTime() - start) / 1e6);
            LockSupport.parkNanos(20_000_000);   // fifty in a second is more than any queue
        }
    }

    private double bare() throws IOException, SQLException {
        Path file = Stations.folder("catch-up-bare").resolve("bare.db");
        Files.deleteIfExists(file);
        try (Connection hub = connect(); Bare bare = new Bare(file)) {
            bare.begin();
            try (PreparedStatement make = bare.prepare("""
                    CREATE TABLE entry (conference TEXT, kind TEXT, key TEXT PRIMARY KEY, state TEXT, body TEXT, place INTEGER,
                                        changed INTEGER, station TEXT)
                    """)) {
                make.executeUpdate();
            }
            bare.commit();
            hub.setAutoCommit(false);
            long start = System.nanoTime();
            try (Statement select = hub.createStatement();
                    PreparedStatement insert = bare.prepare("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
                select.setFetchSize(PAGE);
                copy(select, insert, bare);
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static void copy(Statement select, PreparedStatement insert, Bare bare) throws SQLException {
        try (ResultSet rows = select.executeQuery(
                "SELECT conference, kind, key, state, body, place, changed, station::text FROM entry ORDER BY changed")) {
            bare.begin();
            for (int n = 1; rows.next(); n++) {
                Bare.insert(insert, rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4),
                        rows.getString(5), rows.getLong(6), rows.getLong(7), rows.getString(8));
                if (n % PAGE == 0) {
                    bare.commit();
                    bare.begin();
                }
            }
            bare.commit();
        }
    }
}
