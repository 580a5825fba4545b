package org.lanyard.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.lanyard.Station;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Post;
import org.lanyard.upstream.Connection;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/**
 * A roster of 20,000 is pulled again, 200 of it changed, while one badge after another is scanned: how long decisions
 * take beside the pull and without it, and how long the pull takes beside downloading and parsing the same bytes.
 */
final class PullTimes {

    private static final int WARM_UPS = 3;
    private static final int ROUNDS = 15;
    private static final double MEGA = 1 << 20;

    private final List<Double> pulls = new ArrayList<>();
    private final List<Double> alone = new ArrayList<>();
    private final List<Double> bare = new ArrayList<>();
    private final List<Double> bareWhileScanning = new ArrayList<>();
    private final List<Double> beside = new ArrayList<>();
    private final List<Double> without = new ArrayList<>();

    private PullTimes() {}

    static void measure(Table table) throws IOException {
        PullTimes times = new PullTimes();
        try (PulledRoster server = new PulledRoster();
                Station station = Stations.open(Stations.folder("pull"));
                HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            Conference conference = station.roster().conferenceOrNew("sample");
            station.upstream().set(conference, Connection.of(server.address().toString(), "/sample/register", null,
                    "desk"), false);
            station.upstream().password(conference, "secret".toCharArray());
            for (int i = -WARM_UPS; i < ROUNDS; i++) {
                times.round(i, server, station, client, conference);
                if (i < 0) {
                    times.forget();
                }
            }
            times.report(table, server.size());
        }
    }

    private void forget() {
        List.of(pulls, alone, bare, bareWhileScanning, beside, without).forEach(List::clear);
    }

    private void round(int round, PulledRoster server, Station station, HttpClient client, Conference conference) {
        server.round(2 * round);
        System.gc();
        Scanner scanner = new Scanner(station);
        double pull = Times.millis(() -> station.upstream().pull(conference, false, _ -> {}));
        pulls.add(pull);
        beside.addAll(scanner.ended());
        Scanner quiet = new Scanner(station);
        LockSupport.parkNanos((long) (pull * 1e6));
        without.addAll(quiet.ended());
        Scanner third = new Scanner(station);
        bareWhileScanning.add(Times.millis(() -> downloadAndParse(client, server)));
        third.ended();
        server.round(2 * round + 1);
        System.gc();
        alone.add(Times.millis(() -> station.upstream().pull(conference, false, _ -> {})));
        bare.add(Times.millis(() -> downloadAndParse(client, server)));
    }

    /** Every token of the same bytes, each text looked at. */
    private static long downloadAndParse(HttpClient client, PulledRoster server) throws IOException, InterruptedException {
        long length = 0;
        try (InputStream body = client.send(HttpRequest.newBuilder(server.preload()).build(), BodyHandlers.ofInputStream())
                .body(); JsonParser json = JsonMapper.shared().createParser(body)) {
            for (var token = json.nextToken(); token != null; token = json.nextToken()) {
                length += token.isScalarValue() ? json.getString().length() : 1;
            }
        }
        return length;
    }

    private void report(Table table, int bytes) {
        double[] ratios = new double[ROUNDS];
        double[] scanning = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            ratios[i] = alone.get(i) / bare.get(i);
            scanning[i] = pulls.get(i) / bareWhileScanning.get(i);
        }
        table.group("pull of 20,000, 200 changed (%.1f MB)".formatted(bytes / MEGA))
                .info("pull to commit", Times.median(alone, time -> time), "ms")
                .info("downloaded and parsed only", Times.median(bare, time -> time), "ms")
                .reach("ratio", Times.median(ratios), "times", 3)
                .info("pull to commit, while scanning", Times.median(pulls, time -> time), "ms")
                .info("downloaded and parsed only, while scanning", Times.median(bareWhileScanning, time -> time), "ms")
                .reach("ratio while scanning", Times.median(scanning), "times", 3)
                .info("heap in use at most", heap(), "MB");
        table.group("decisions during the pull (%,d beside %,d)".formatted(beside.size(), without.size()))
                .info("p50 with the pull", percentile(beside, 0.5), "ms")
                .info("p50 without", percentile(without, 0.5), "ms")
                .info("p99 with the pull", percentile(beside, 0.99), "ms")
                .info("p99 without", percentile(without, 0.99), "ms")
                .reach("p99 grows by", percentile(beside, 0.99) - percentile(without, 0.99), "ms", 50)
                .info("max with the pull", percentile(beside, 1), "ms");
    }

    /** Garbage included, since the JVM began. */
    private static double heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage).mapToLong(usage -> usage.getUsed()).sum() / MEGA;
    }

    private static double percentile(List<Double> times, double rank) {
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(rank * sorted.length))];
    }

    /** Somebody with a wand, fast: the next badge a moment after the answer to the one before. */
    private static final class Scanner {

        private static final long PAUSE = 2_000_000;

        private final AtomicBoolean over = new AtomicBoolean();
        private final List<Double> times = new ArrayList<>();
        private final Station station;
        private final Thread thread;

        Scanner(Station station) {
            this.station = station;
            this.thread = Thread.ofPlatform().start(this::scan);
        }

        private void scan() {
            Post desk = Stations.desk(station);
            for (int i = 0; !over.get(); i++) {
                String code = PulledRoster.code(i % PulledRoster.ATTENDEES);
                times.add(Times.millis(() -> station.gate().decide(desk, Stations.scan(station, code)).join()));
                LockSupport.parkNanos(PAUSE);
            }
        }

        List<Double> ended() {
            over.set(true);
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            return times;
        }
    }
}
