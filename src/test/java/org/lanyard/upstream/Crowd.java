package org.lanyard.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.lanyard.Rig;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Mode;

/** Many people with lunches at the server, what was recorded of them here, and whether the server has it. */
final class Crowd {

    private final int people;
    private final int lunchesEach;
    private final Map<String, Integer> entries = new HashMap<>();
    private final Map<String, Integer> lunches = new HashMap<>();

    Crowd(int people, int lunchesEach) {
        this.people = people;
        this.lunchesEach = lunchesEach;
    }

    static String code(int person) {
        return "GUEST%03d".formatted(person);
    }

    static long lunchLine(int person) {
        return 1_001 + 2 * person;
    }

    void invitedTo(ServedConference conference) {
        for (int i = 0; i < people; i++) {
            conference.attendee(code(i), "Guest " + i, conference.order(ServedOrder.Status.PAID,
                    ServedLine.ticket(lunchLine(i) - 1, "Individual", "individual"),
                    ServedLine.addOn(lunchLine(i), "Lunch", "lunch", lunchesEach)));
        }
    }

    /** Entries and lunches, in no order, of anybody. */
    void record(Rig rig, int records, Random random) {
        for (int i = 0; i < records; i++) {
            String code = code(random.nextInt(people));
            boolean lunch = random.nextBoolean() && lunches.getOrDefault(code, 0) < lunchesEach;
            (lunch ? lunches : entries).merge(code, 1, Integer::sum);
            Decision decision = rig.decide(lunch ? new Mode.Redeem(rig.product("lunch")) : new Mode.CheckIn(), code);
            assertThat(decision.verdict().recorded()).as(code).isTrue();
        }
    }

    int entries() {
        return entries.values().stream().mapToInt(Integer::intValue).sum();
    }

    int lunches() {
        return lunches.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Every redemption exactly once, every check-in at least once. */
    void assertThereIn(ServedConference conference) {
        for (int i = 0; i < people; i++) {
            String code = code(i);
            assertThat(conference.redemptions(code, lunchLine(i))).as("lunches of " + code)
                    .isEqualTo(lunches.getOrDefault(code, 0));
            assertThat(conference.checkIns(code).size()).as("entries of " + code)
                    .isGreaterThanOrEqualTo(entries.getOrDefault(code, 0));
        }
    }
}
