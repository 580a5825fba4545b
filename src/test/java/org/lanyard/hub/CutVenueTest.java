package org.lanyard.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanyard.LanyardProcess;
import org.lanyard.hub.postgres.HubAddress;
import org.lanyard.hub.postgres.HubLogin;
import org.lanyard.hub.postgres.Joining;
import org.lanyard.hub.postgres.KeptLogin;
import org.lanyard.hub.server.HubServer;
import org.lanyard.hub.server.TestServer;

/** Stations as processes, each behind a link that delays, loses one packet in a hundred, and is cut at random. */
@Execution(ExecutionMode.CONCURRENT)
class CutVenueTest {

    private static final long SEED = 20270514;

    @TempDir Path folder;

    /** On this machine's loopback: what is under way arrives after the cut, or its connection breaks. */
    @Test
    void I1_theLastUnitIsHandedOutOnceThoughLinksAreCut() throws SQLException {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        LastUnits units = new LastUnits(12, random);
        HubLogin hub = TestServer.freshHub();
        List<Path> stations = Stream.of("Lunch 1", "Lunch 2").map(folder::resolve).toList();
        try (CutLink one = new CutLink(hub.address().port(), Duration.ofMillis(2), new Random(random.nextLong()));
                CutLink two = new CutLink(hub.address().port(), Duration.ofMillis(50), new Random(random.nextLong()))) {
            List<CutLink> links = List.of(one, two);
            for (int n = 0; n < stations.size(); n++) {
                units.prepare(stations.get(n));
                new KeptLogin(stations.get(n)).save(links.get(n).to(hub));
            }
            List<CompletableFuture<Void>> queues = stations.stream().map(data -> {
                Random own = new Random(random.nextLong());
                return CompletableFuture.runAsync(() -> units.queue(data, List.of(), 0, own), Thread::startVirtualThread);
            }).toList();
            queues.forEach(CompletableFuture::join);
            System.out.println(links.stream().mapToInt(CutLink::cuts).sum() + " cuts");
        }
        stations.forEach(data -> new KeptLogin(data).save(hub));
        stations.forEach(LastUnits::level);
        stations.forEach(LastUnits::level);
        units.assertOnce(hub, stations);
    }

    /**
     * In network namespaces of their own, cut for 0.05 to 10 seconds, with kills between. Needs root, iproute2 and Python.
     */
    @Tag("slow")
    @Execution(ExecutionMode.SAME_THREAD)   // the namespaces have the same names
    @ParameterizedTest
    @CsvSource({"1, 2", "2, 50"})
    void I1_theLastUnitIsHandedOutOnceInNamespacesThatAreCut(long seed, int delay) throws SQLException, IOException {
        everybodyAfterTheLastUnit(4, 150, seed, delay);
    }

    private void everybodyAfterTheLastUnit(int stations, int pools, long seed, int delay) throws SQLException, IOException {
        System.out.println("seed " + seed + ", " + delay + " ms, " + stations + " stations, " + pools + " pools");
        Random random = new Random(seed);
        LastUnits units = new LastUnits(pools, random);
        List<Path> folders = IntStream.rangeClosed(1, stations).mapToObj(i -> folder.resolve("Lunch " + i)).toList();
        try (LanyardProcess relay = relay(stations, seed, delay);
                HubServer _ = TestServer.hub(folder.resolve("hub/lanyard-hub"), new InetSocketAddress("0.0.0.0", 0))) {
            List<HubLogin> near = new ArrayList<>();
            for (int station = 1; station <= stations; station++) {
                Path data = folders.get(station - 1);
                units.prepare(data);
                near.add(joined(data, station));
            }
            List<CompletableFuture<Void>> queues = new ArrayList<>();
            for (int station = 1; station <= stations; station++) {
                Path data = folders.get(station - 1);
                List<String> inFront = List.of("ip", "netns", "exec", "lany" + station);
                Random own = new Random(random.nextLong());
                queues.add(CompletableFuture.runAsync(() -> units.queue(data, inFront, 2, own),
                        Thread::startVirtualThread));
            }
            queues.forEach(CompletableFuture::join);
            for (int n = 0; n < stations; n++) {
                new KeptLogin(folders.get(n)).save(near.get(n));
            }
            folders.forEach(LastUnits::level);
            folders.forEach(LastUnits::level);
            units.assertOnce(TestServer.administrator(folder.resolve("hub")), folders);
            long cuts = relay.finish(List.of()).out().stream().filter(line -> line.contains("is cut")).count();
            System.out.println(units.green() + " of " + units.units() + " units were shown green, " + cuts + " cuts");
        }
    }

    /** Joins past the link that is cut; the station then reaches the hub through it only. */
    private HubLogin joined(Path data, int station) {
        KeptLogin kept = new KeptLogin(data);
        HubLogin near = new Joining(kept).byCode(TestServer.invitation(folder.resolve("hub")));
        HubAddress at = near.address();
        kept.save(new HubLogin(new HubAddress(at.user(), "10.77." + station + ".1", at.port(), at.database()),
                near.fingerprint(), near.password()));
        return near;
    }

    private LanyardProcess relay(int stations, long seed, int delay) throws IOException {
        assumeTrue(Files.isWritable(Path.of("/dev/net/tun")) && "root".equals(System.getProperty("user.name")),
                "network namespaces need root, and a kernel with TUN devices");
        Path script = folder.resolve("relay.py");
        try (var in = Objects.requireNonNull(CutVenueTest.class.getResourceAsStream("relay.py"))) {
            Files.copy(in, script);
        }
        LanyardProcess relay =
                LanyardProcess.start(List.of("python3", script.toString(), "" + stations, "" + seed, "" + delay,
                        "1"));
        assertThat(relay.answer()).isEqualTo("ready");
        return relay;
    }
}
