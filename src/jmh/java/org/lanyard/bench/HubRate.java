package org.lanyard.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.lanyard.hub.postgres.HubLogin;
import org.lanyard.hub.postgres.PostgresHub;
import org.lanyard.hub.protocol.Answer;
import org.lanyard.hub.protocol.Bucket;
import org.lanyard.hub.protocol.Claim;
import org.lanyard.hub.protocol.Entry;
import org.lanyard.hub.protocol.HubGone;
import org.lanyard.hub.server.TestServer;

/**
 * Redemptions decided by a hub on this machine, by 1, 8 and 64 stations at once, beside bare JDBC that sends the same
 * statement; in turn, on one server.
 */
final class HubRate {

    private static final int[] STATIONS = {1, 8, 64};
    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final int ROUNDS = 3;
    private static final String STATEMENT = "SELECT * FROM ask(?, ?, ?, ?, ?, ?::jsonb)";

    private final HubLogin login = TestServer.freshHub();
    private final AtomicInteger doubts = new AtomicInteger();

    private HubRate() {}

    static void measure(Table table) {
        HubRate rate = new HubRate();
        for (int stations : STATIONS) {
            List<long[]> ours = new ArrayList<>();
            List<long[]> bare = new ArrayList<>();
            for (int round = 0; round <= ROUNDS; round++) {
                long[] one = rate.round(stations, rate::ours);
                long[] other = rate.round(stations, rate::bare);
                if (round > 0) {
                    ours.add(one);
                    bare.add(other);
                }
            }
            table.group("redemptions at a hub, " + stations + (stations == 1 ? " station" : " stations"))
                    .info("decisions a second", perSecond(ours), "/s").info("p50", percentile(ours, 0.5), "ms")
                    .info("p99", percentile(ours, 0.99), "ms")
                    .info("without an answer in a second", rate.doubts.getAndSet(0), "")
                    .info("bare JDBC, the same statement", perSecond(bare), "/s")
                    .reachAtLeast("share of the bare loop", perSecond(ours) / perSecond(bare), "", 0.6);
        }
    }

    private static double perSecond(List<long[]> rounds) {
        return rounds.stream().mapToDouble(round -> round.length / (double) ROUND.toSeconds()).sorted()
                .skip(rounds.size() / 2).findFirst().orElse(0);
    }

    private static double percentile(List<long[]> rounds, double share) {
        long[] all = rounds.stream().flatMapToLong(LongStream::of).sorted().toArray();
        return all[(int) (share * (all.length - 1))] / 1e6;
    }

    /** One loop for a station, until the time is over; the times of its decisions in nanoseconds. */
    @FunctionalInterface
    private interface Loop {

        long[] run(long end) throws SQLException, HubGone;
    }

    private long[] round(int stations, Loop loop) {
        try (ExecutorService threads = Executors.newFixedThreadPool(stations)) {
            long end = System.nanoTime() + ROUND.toNanos();
            List<Callable<long[]>> all = new ArrayList<>();
            for (int n = 0; n < stations; n++) {
                all.add(() -> loop.run(end));
            }
            LongStream times = LongStream.empty();
            for (Future<long[]> each : threads.invokeAll(all)) {
                times = LongStream.concat(times, Arrays.stream(each.get()));
            }
            return times.toArray();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Entry unit() {
        UUID id = UUID.randomUUID();
        String order = "ORD-" + id.hashCode() % 20_000;
        return new Entry("sample", "redemption", id.toString(), Entry.State.LIVE, "{\"person\":\"" + order + "\"}",
                List.of(new Claim(Bucket.of("sample", "lunch", order), order, 1_000_000, 1)), 0);
    }

    private long[] ours(long end) throws HubGone {
        UUID station = UUID.randomUUID();
        LongStream.Builder times = LongStream.builder();
        try (PostgresHub hub = new PostgresHub(login)) {
            hub.conflicts(1);
            while (System.nanoTime() < end) {
                long start = System.nanoTime();
                if (accepted(hub, station)) {
                    times.add(System.nanoTime() - start);
                }
            }
        }
        return times.build().toArray();
    }

    /** False where the hub did not answer within its second, which leaves a doubt to be settled. */
    private boolean accepted(PostgresHub hub, UUID station) {
        try {
            if (!(hub.ask(station, unit()) instanceof Answer.Accepted)) {
                throw new IllegalStateException("refused");
            }
            return true;
        } catch (HubGone late) {
            doubts.incrementAndGet();
            return false;
        }
    }

    private long[] bare(long end) throws SQLException {
        UUID station = UUID.randomUUID();
        LongStream.Builder times = LongStream.builder();
        String url = "jdbc:postgresql://127.0.0.1:" + login.address().port() + "/" + login.address().database()
                + "?currentSchema=lanyard&sslmode=disable&prepareThreshold=1";
        try (Connection connection = DriverManager.getConnection(url, login.address().user(), login.password());
                PreparedStatement statement = connection.prepareStatement(STATEMENT)) {
            while (System.nanoTime() < end) {
                long start = System.nanoTime();
                Entry unit = unit();
                Claim claim = unit.claims().getFirst();
                Object[] values = {station, unit.conference(), unit.kind(), unit.key(), unit.body(),
                        "[{\"product\":\"" + claim.bucket().product() + "\",\"number\":" + claim.bucket().number()
                                + ",\"pool\":\"" + claim.pool() + "\",\"quantity\":" + claim.limit() + ",\"version\":1}]"};
                for (int at = 0; at < values.length; at++) {
                    statement.setObject(at + 1, values[at]);
                }
                statement.executeQuery().close();
                times.add(System.nanoTime() - start);
            }
        }
        return times.build().toArray();
    }
}
