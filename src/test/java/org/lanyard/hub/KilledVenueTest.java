package org.lanyard.hub;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.hub.postgres.KeptLogin;
import org.lanyard.hub.server.OwnServer;

/** Stations as processes after the last unit of every pool, on a real server; stations and hub are killed on the way. */
@Execution(ExecutionMode.CONCURRENT)
class KilledVenueTest {

    @TempDir Path folder;

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
        LastUnits units = new LastUnits(size.pools(), random);
        List<Path> stations = IntStream.rangeClosed(1, size.stations()).mapToObj(i -> folder.resolve("Lunch " + i)).toList();
        try (OwnServer hub = OwnServer.in(folder.resolve("hub"))) {
            stations.forEach(data -> {
                units.prepare(data);
                new KeptLogin(data).save(hub.login());
            });
            List<CompletableFuture<Void>> queues = new ArrayList<>();
            for (Path data : stations) {
                Random own = new Random(random.nextLong());
                queues.add(CompletableFuture.runAsync(() -> units.queue(data, List.of(), size.killsOfAStation(), own),
                        Thread::startVirtualThread));
            }
            killTheHub(hub, stations, size, units);
            queues.forEach(CompletableFuture::join);
            stations.forEach(LastUnits::level);
            stations.forEach(LastUnits::level);
            units.assertOnce(hub.login(), stations);
        }
        System.out.println(units.green() + " of " + units.units() + " units were shown green");
    }

    /** Evenly over the units; each time with another port, which the stations are told. */
    private static void killTheHub(OwnServer hub, List<Path> stations, Size size, LastUnits units) {
        for (int kill = 0; kill < size.killsOfTheHub(); kill++) {
            units.await(units.units() / (size.killsOfTheHub() + 1));
            hub.kill();
            hub.startAgain();
            stations.forEach(data -> new KeptLogin(data).save(hub.login()));
        }
    }
}
