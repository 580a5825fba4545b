package org.lanyard.hub.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.hub.protocol.Answer;
import org.lanyard.hub.protocol.Bucket;
import org.lanyard.hub.protocol.Claim;
import org.lanyard.hub.protocol.Contact;
import org.lanyard.hub.protocol.Entry;
import org.lanyard.hub.protocol.HubGone;
import org.lanyard.hub.server.TestServer;

/** Decisions of many stations beside a bare loop of the same statement, in the same run; prints, and asserts no time. */
@Tag("slow")
class DecisionSpeedTest {

    private static final int DECISIONS = 1600;
    private static final String ASK = "SELECT * FROM ask(?, 'pycon', 'redemption', ?, '{}', ?::jsonb)";

    /** Nanoseconds of each answered decision. */
    private record Run(String what, List<Long> times, long unanswered, double seconds) {

        @Override
        public String toString() {
            List<Long> sorted = times.stream().sorted().toList();
            return "%s: %.0f/s, p50 %.1f ms, p99 %.1f ms, %d unanswered".formatted(what, times.size() / seconds,
                    sorted.get(sorted.size() / 2) / 1e6, sorted.get(sorted.size() * 99 / 100) / 1e6, unanswered);
        }
    }

    /** A connection of one station. */
    private interface Line extends AutoCloseable {

        boolean decide(Entry unit) throws HubGone, SQLException;

        @Override
        void close() throws SQLException;
    }

    private static Entry unit(String name, int number) {
        Claim claim = new Claim(Bucket.of("pycon", "lunch", name + number), name + number, 1, 1);
        return new Entry("pycon", "redemption", UUID.randomUUID().toString(), Entry.State.LIVE, "{}", List.of(claim), 0);
    }

    private static Line station(HubLogin login, String name) throws HubGone {
        PostgresHub hub = new PostgresHub(login);
        UUID station = UUID.randomUUID();
        hub.contact(new Contact(station, name, 0, Contact.NO_INCARNATION, 0, true, 0, 0));
        hub.prepare(false);
        return new Line() {
            @Override
            public boolean decide(Entry unit) throws HubGone {
                return hub.ask(station, unit) instanceof Answer.Accepted;
            }

            @Override
            public void close() {
                hub.close();
            }
        };
    }

    private static Line bare(HubLogin login) throws SQLException {
        Connection connection = login.connect(60);
        PreparedStatement ask = connection.prepareStatement(ASK);
        UUID station = UUID.randomUUID();
        return new Line() {
            @Override
            public boolean decide(Entry unit) throws SQLException {
                ask.setObject(1, station);
                ask.setString(2, unit.key());
                ask.setString(3, Wire.claims(unit.claims()));
                try (ResultSet row = ask.executeQuery()) {
                    return row.next() && row.getString("answer").equals("accepted");
                }
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    private static Run run(String what, List<Line> lines) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            List<Callable<List<Long>>> all = new ArrayList<>();
            for (Line line : lines) {
                String name = what + all.size() + "/";
                all.add(() -> times(line, name, DECISIONS / lines.size()));
            }
            List<Long> times = new ArrayList<>();
            for (Future<List<Long>> each : threads.invokeAll(all)) {
                times.addAll(each.get());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            long unanswered = times.stream().filter(time -> time < 0).count();
            Run run = new Run(what, times.stream().filter(time -> time >= 0).toList(), unanswered, seconds);
            System.out.println(lines.size() + " stations, " + run);
            return run;
        } finally {
            for (Line line : lines) {
                line.close();
            }
        }
    }

    private static List<Long> times(Line line, String name, int decisions) {
        return LongStream.range(0, decisions).map(number -> {
            long start = System.nanoTime();
            try {
                assertThat(line.decide(unit(name, (int) number))).isTrue();
                return System.nanoTime() - start;
            } catch (HubGone | SQLException unanswered) {
                return -1;
            }
        }).boxed().toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 64})
    void everyDecisionIsAnswered(int stations) throws Exception {
        HubLogin login = TestServer.freshHub();
        List<Line> bare = new ArrayList<>();
        List<Line> hubs = new ArrayList<>();
        for (int i = 0; i < stations; i++) {
            bare.add(bare(login));
        }
        run("bare", bare);
        for (int i = 0; i < stations; i++) {
            hubs.add(station(login, "Lunch " + i));
        }
        assertThat(run("hub", hubs).unanswered()).isZero();
    }
}
