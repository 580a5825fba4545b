package org.lanyard.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.upstream.Undelivered.Group;

/**
 * One request in three fails in every way there is, products are deleted, orders are pending and paid again, codes are
 * odd, and two other desks hand out the same lines meanwhile: the server never has more than somebody recorded, and
 * every record ends as what is true of it.
 */
@Execution(ExecutionMode.CONCURRENT)
class EverythingAtOnceTest {

    private static final int ROUNDS = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void neverMoreAtTheServerThanWasRecorded(long seed, @TempDir Path folder) throws InterruptedException {
        run(seed, 100, folder);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void neverMoreAtTheServerThanAThousandRecords(long seed, @TempDir Path folder) throws InterruptedException {
        run(seed, 1_000, folder);
    }

    private static void run(long seed, int records, Path folder) throws InterruptedException {
        System.out.println("EverythingAtOnceTest seed " + seed);
        try (UpstreamRig station = UpstreamRig.in(folder)) {
            BusyVenue venue = new BusyVenue(station.sample.conference, seed);
            station.pull();
            venue.record(station.rig, records);
            misbehave(station.sample.server.faults(), seed);
            AtomicBoolean over = new AtomicBoolean();
            List<Thread> desks = IntStream.range(0, 2).mapToObj(desk -> Thread.ofVirtual()
                    .start(() -> redeemElsewhere(venue, new Random(seed + desk), over, records / 10))).toList();
            pushInRounds(station, venue, records);
            over.set(true);
            for (Thread desk : desks) {
                desk.join();
            }
            settle(station, venue);
            venue.assertNothingIsThereThatNobodyRecorded();
            assertEveryRecordEnded(station, records);
        }
    }

    private static void misbehave(ServedFaults faults, long seed) {
        faults.randomly(1 / 3.0, seed, ServedFault.ANSWER_LOST, ServedFault.CUT_BEFORE, ServedFault.LOCKED,
                ServedFault.SESSION_ENDED, ServedFault.CSRF_FAILED, ServedFault.NOT_JSON, new ServedFault.CutAtByte(40),
                new ServedFault.Foreign(200, "application/json", "{}", true),
                new ServedFault.Foreign(404, "application/json", "{\"message\": \"no route\"}", true),
                new ServedFault.Foreign(409, "application/json", "{\"error\": \"conflict\"}", false),
                new ServedFault.Foreign(502, "text/html", "<h1>Bad gateway</h1>", true));
    }

    private static void redeemElsewhere(BusyVenue venue, Random desk, AtomicBoolean over, int most) {
        for (int i = 0; i < most && !over.get(); i++) {
            venue.redeemElsewhere(desk);
            Thread.yield();
        }
    }

    private static void pushInRounds(UpstreamRig station, BusyVenue venue, int records) {
        for (int round = 0; round < 6; round++) {
            if (round == 1) {
                venue.someOrdersArePending();
            }
            if (round == 3) {
                venue.aProductIsDeleted();
            }
            if (round == 4) {
                venue.everyOrderIsPaid();
            }
            station.upstream().pushOnce(station.rig.conference());
            station.upstream().pullOnce(station.rig.conference(), true, _ -> {});
            venue.record(station.rig, records / 50);
        }
    }

    private static void settle(UpstreamRig station, BusyVenue venue) {
        UpstreamStatus status = station.push();
        for (int i = 0; i < ROUNDS && (status.pending() > 0 || status.inDoubt() > status.undecided()); i++) {
            station.upstream().pullOnce(station.rig.conference(), true, _ -> {});
            status = station.push();
        }
        station.sample.server.faults().calm();
        venue.everyOrderIsPaid();
        station.upstream().pull(station.rig.conference(), true, _ -> {});
        station.push();
    }

    private static void assertEveryRecordEnded(UpstreamRig station, int atLeast) {
        UpstreamStatus status = station.status();
        assertThat(status.pending() + status.sent()).isZero();
        assertThat(status.inDoubt()).isEqualTo(status.undecided());
        assertThat(status.confirmed() + status.refused() + status.undecided() + status.undeliverable())
                .isGreaterThanOrEqualTo(atLeast);
        assertThat(station.undelivered()).allSatisfy(record -> {
            switch (record.group()) {
                case HANDED_OUT_TWICE, REFUSED -> assertThat(record.reason().key()).isEqualTo("server.says");
                case UNDECIDED -> assertThat(Set.of("delivery.counted", "delivery.item-gone",
                        "delivery.used-up-meanwhile")).contains(record.reason().key());
                case UNDELIVERABLE -> assertThat(Set.of("delivery.item-deleted", "delivery.no-item"))
                        .contains(record.reason().key());
                case COUNTED_TWICE -> assertThat(record.reason().key()).isEqualTo("delivery.more");
                case IN_DOUBT -> throw new AssertionError(record);
            }
        });
        assertThat(station.undelivered()).filteredOn(record -> record.group() == Group.UNDECIDED)
                .allSatisfy(record -> assertThat(record.countedBefore()).isPresent());
    }
}
