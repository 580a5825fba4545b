package org.lanyard.hub.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.hub.protocol.Answer;
import org.lanyard.hub.protocol.Bucket;
import org.lanyard.hub.protocol.Contact;
import org.lanyard.hub.protocol.Contacted;
import org.lanyard.hub.protocol.Entry;
import org.lanyard.hub.protocol.Hub;
import org.lanyard.hub.protocol.HubGone;
import org.lanyard.hub.protocol.Placed;
import org.lanyard.hub.protocol.ScheduledHub;
import org.lanyard.hub.protocol.Schedules;
import org.lanyard.hub.server.TestServer;

/** The simulator's schedules with the real hub in the model's place: the functions keep what the model promises. */
@Execution(ExecutionMode.CONCURRENT)
class ConformanceTest {

    private static final int STATIONS = 4;

    private static final class RealHub implements ScheduledHub, AutoCloseable {

        private static final int ALL = 100_000;

        private final PostgresHub hub = new PostgresHub(TestServer.freshHub());

        @FunctionalInterface
        private interface Call<T> {

            T at(Hub hub) throws HubGone;
        }

        RealHub() {
            for (int i = 1; i <= STATIONS; i++) {
                contact(new UUID(1, i));
            }
        }

        private <T> T run(Call<T> call) {
            try {
                return call.at(hub);
            } catch (HubGone gone) {
                throw new AssertionError(gone);
            }
        }

        @Override
        public Answer ask(UUID station, Entry unit) {
            return run(there -> there.ask(station, unit));
        }

        @Override
        public void settle(UUID station, Entry unit) {
            run(there -> {
                there.settle(station, unit);
                return true;
            });
        }

        @Override
        public void upload(UUID station, Entry entry) {
            run(there -> there.upload(station, List.of(entry)));
        }

        @Override
        public List<Placed> follow(long after) {
            return run(there -> there.follow(after, ALL));
        }

        @Override
        public void grant(UUID to, Bucket bucket) {
            run(there -> {
                there.grant(to, List.of(bucket));
                return true;
            });
        }

        @Override
        public void giveBack(UUID station, Bucket bucket, long grant) {
            run(there -> {
                there.giveBack(station, bucket, grant);
                return true;
            });
        }

        @Override
        public void lapse(Bucket bucket) {
            throw new AssertionError("the hub has no leases");
        }

        @Override
        public Contacted contact(UUID station) {
            return run(there -> there.contact(
                    new Contact(station, "Lunch " + station, 0, Contact.NO_INCARNATION, 0, true, 0, 0)));
        }

        @Override
        public boolean owns(Bucket bucket) {
            return run(there -> there.owned(bucket.conference())).stream().noneMatch(owned -> owned.bucket().equals(bucket));
        }

        @Override
        public List<String> live(String pool) {
            return follow(0).stream().map(Placed::entry).filter(entry -> entry.state() == Entry.State.LIVE)
                    .filter(entry -> entry.claims().getFirst().pool().equals(pool)).map(Entry::key).toList();
        }

        @Override
        public void close() {
            hub.close();
        }
    }

    private static void holds(long seed) {
        try (RealHub hub = new RealHub()) {
            assertThat(Schedules.broken(seed, hub)).isEmpty();
        }
    }

    /** Odd seeds move buckets often. */
    @ParameterizedTest
    @ValueSource(longs = {2, 3, 5, 7})
    void I1_I2_I5_holdAtTheRealHub(long seed) {
        holds(seed);
    }

    @Tag("slow")
    @Test
    void I1_I2_I5_holdAtTheRealHubInManySchedules() {
        LongStream.range(100, 600).forEach(ConformanceTest::holds);
    }
}
