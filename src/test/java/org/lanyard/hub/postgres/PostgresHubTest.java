package org.lanyard.hub.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.hub.protocol.Answer;
import org.lanyard.hub.protocol.Bucket;
import org.lanyard.hub.protocol.Claim;
import org.lanyard.hub.protocol.Contact;
import org.lanyard.hub.protocol.Entry;
import org.lanyard.hub.protocol.HubGone;
import org.lanyard.hub.protocol.Placed;
import org.lanyard.hub.server.TestServer;

/** The hub on a real server, asked by many at once. */
@Execution(ExecutionMode.CONCURRENT)
class PostgresHubTest {

    private static final String CONFERENCE = "pycon";
    private static final int STATIONS = 6;

    private static HubLogin login;

    @BeforeAll
    static void makeHub() {
        login = TestServer.freshHub();
    }

    private static Claim claim(String pool, int limit) {
        return new Claim(Bucket.of(CONFERENCE, "lunch", pool), pool, limit, 1);
    }

    private static Entry unit(UUID id, Claim... claims) {
        return new Entry(CONFERENCE, "redemption", id.toString(), Entry.State.LIVE, "{}", List.of(claims), 0);
    }

    private static UUID contact(PostgresHub hub, String name) throws HubGone {
        UUID station = UUID.randomUUID();
        hub.contact(new Contact(station, name, 0, Contact.NO_INCARNATION, 0, true, 0, 0));
        return station;
    }

    @FunctionalInterface
    private interface Work<T> {

        T run(PostgresHub hub, UUID station) throws HubGone;
    }

    private static <T> List<T> atOnce(Work<T> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(STATIONS)) {
            List<Callable<T>> all = new ArrayList<>();
            for (int n = 0; n < STATIONS; n++) {
                String name = "Lunch " + n;
                all.add(() -> {
                    try (PostgresHub hub = new PostgresHub(login)) {
                        return work.run(hub, contact(hub, name));
                    }
                });
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(all)) {
                results.add(each.get());
            }
            return results;
        }
    }

    /** I1: nothing is handed out beyond the quantity, and nothing is refused that was left. */
    @Test
    void everybodyAfterTheLastUnits() throws Exception {
        List<Claim> pools = IntStream.range(0, 40).mapToObj(n -> claim("race-" + n, 1 + n % 3)).toList();
        List<Integer> accepted = atOnce((hub, station) -> {
            int count = 0;
            for (Claim pool : pools) {
                count += hub.ask(station, unit(UUID.randomUUID(), pool)) instanceof Answer.Accepted ? 1 : 0;
            }
            return count;
        });
        assertThat(accepted.stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(pools.stream().mapToInt(Claim::limit).sum());
    }

    /** The venue's order has no gaps, and whoever follows it has missed nothing. */
    @Test
    void placesBecomeVisibleInTheirOrder() throws Exception {
        List<Long> seen = atOnce((hub, station) -> {
            long place = hub.follow(0, 100_000).stream().mapToLong(Placed::changed).max().orElse(0);
            for (int n = 0; n < 20; n++) {
                hub.ask(station, unit(UUID.randomUUID(), claim("order-" + station, 100)));
                List<Placed> next = hub.follow(place, 100_000);
                long last = next.getLast().changed();
                assertThat(next.stream().map(Placed::changed).toList())
                        .isEqualTo(LongStream.rangeClosed(place + 1, last).boxed().toList());
                place = last;
            }
            return place;
        });
        assertThat(seen).hasSize(STATIONS);
    }

    @Test
    void theSameAskAgainIsTheSameUnit() throws HubGone {
        try (PostgresHub hub = new PostgresHub(login)) {
            UUID station = contact(hub, "Desk");
            Entry unit = unit(UUID.randomUUID(), claim("again", 1));
            Answer first = hub.ask(station, unit);
            assertThat(first).isInstanceOf(Answer.Accepted.class);
            assertThat(hub.ask(station, unit)).isEqualTo(first);
            assertThat(hub.ask(station, unit(UUID.randomUUID(), claim("again", 1)))).isInstanceOf(Answer.Full.class);
        }
    }

    @Test
    void aSettledIdNeverBecomesLiveAndFreesItsUnit() throws HubGone {
        try (PostgresHub hub = new PostgresHub(login)) {
            UUID station = contact(hub, "Desk");
            Entry lost = unit(UUID.randomUUID(), claim("settled", 1));
            hub.settle(station, lost);
            assertThat(hub.ask(station, lost)).isEqualTo(new Answer.Undone());
            Entry taken = unit(UUID.randomUUID(), claim("settled", 1));
            assertThat(hub.ask(station, taken)).isInstanceOf(Answer.Accepted.class);
            hub.settle(station, taken);
            hub.settle(station, taken);
            assertThat(hub.ask(station, unit(UUID.randomUUID(), claim("settled", 1)))).isInstanceOf(Answer.Accepted.class);
        }
    }
}
