package org.lanyard.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A thousand records over a network that fails one request in three: nothing lost, nothing handed over twice. */
class FaultyNetworkTest {

    private static final int RECORDS = 1_000;
    private static final int PEOPLE = 150;
    private static final int ROUNDS = 40;

    private final Map<String, Integer> entries = new HashMap<>();
    private final Map<String, Integer> lunches = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {20_270_514, 7})
    void everyRedemptionOnceAndEveryCheckInAtLeastOnce(long seed, @TempDir Path folder) {
        System.out.println("FaultyNetworkTest seed " + seed);
        try (UpstreamRig station = UpstreamRig.in(folder)) {
            invite(station.sample.conference);
            station.pull();
            record(station, new Random(seed));
            station.sample.server.faults().randomly(1 / 3.0, seed, ServedFault.ANSWER_LOST, ServedFault.CUT_BEFORE,
                    ServedFault.LOCKED, ServedFault.SESSION_ENDED, ServedFault.CSRF_FAILED, ServedFault.NOT_JSON,
                    new ServedFault.CutAtByte(0), new ServedFault.CutAtByte(40));
            Upstream.Status status = station.push();
            for (int i = 0; i < ROUNDS && !status.nothingLeft(); i++) {
                status = station.push();
            }
            assertThat(status).extracting(Upstream.Status::nothingLeft, Upstream.Status::refused,
                    Upstream.Status::confirmed).containsExactly(true, 0, RECORDS);
            everythingIsThere(station.sample.conference);
        }
    }

    private static void invite(ServedConference conference) {
        for (int i = 0; i < PEOPLE; i++) {
            conference.attendee(code(i), "Guest " + i, conference.order(ServedOrder.Status.PAID,
                    ServedLine.ticket(1_000 + 2 * i, "Individual", "individual"),
                    ServedLine.addOn(1_001 + 2 * i, "Lunch", "lunch", 5)));
        }
    }

    private void record(UpstreamRig station, Random random) {
        for (int i = 0; i < RECORDS; i++) {
            int person = random.nextInt(PEOPLE);
            boolean lunch = random.nextBoolean() && lunches.getOrDefault(code(person), 0) < 5;
            (lunch ? lunches : entries).merge(code(person), 1, Integer::sum);
            assertThat((lunch ? station.redeem(code(person)) : station.checkIn(code(person))).verdict().recorded()).isTrue();
        }
    }

    private void everythingIsThere(ServedConference conference) {
        for (int i = 0; i < PEOPLE; i++) {
            assertThat(conference.redemptions(code(i), 1_001 + 2 * i)).as(code(i))
                    .isEqualTo(lunches.getOrDefault(code(i), 0));
            assertThat(conference.checkIns(code(i)).size()).as(code(i)).isGreaterThanOrEqualTo(
                    entries.getOrDefault(code(i), 0));
        }
    }

    private static String code(int person) {
        return "GUEST%03d".formatted(person);
    }
}
