package org.lanyard.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.lanyard.Rig;
import org.lanyard.scan.Mode;

/**
 * Many people with odd codes and several products, while other desks hand out the same lines, orders go to pending and
 * back, and a product is deleted.
 */
final class BusyVenue {

    private static final int PEOPLE = 120;
    private static final int QUANTITY = 4;
    private static final String[] PRODUCTS = {"lunch", "shirt", "tutorial"};

    private final ServedConference conference;
    private final Random random;
    private final List<String> codes = new ArrayList<>();
    private final Map<String, Integer> entries = new HashMap<>();
    private final Map<String, Integer> units = new HashMap<>();
    private final Map<String, Integer> elsewhere = new ConcurrentHashMap<>();

    BusyVenue(ServedConference conference, long seed) {
        this.conference = conference;
        this.random = new Random(seed);
        List<String> odd = OddCodes.all().stream().filter(code -> !code.contains("/")).toList();
        for (int i = 0; i < PEOPLE; i++) {
            codes.add(i % 3 == 0 ? odd.get(i) : "GUEST%03d".formatted(i));
            conference.attendee(codes.get(i), "Guest " + i, conference.order(ServedOrder.Status.PAID,
                    ServedLine.ticket(10_000 + i, "Individual", "individual"),
                    ServedLine.addOn(line(i, 0), "Lunch", PRODUCTS[0], QUANTITY),
                    ServedLine.addOn(line(i, 1), "Shirt", PRODUCTS[1], QUANTITY),
                    ServedLine.addOn(line(i, 2), "Tutorial", PRODUCTS[2], QUANTITY)));
        }
    }

    private static long line(int person, int product) {
        return 20_000 + 10L * person + product;
    }

    private static String key(int person, int product) {
        return person + " " + product;
    }

    void record(Rig rig, int records) {
        int made = 0;
        while (made < records) {
            int person = random.nextInt(PEOPLE);
            int product = random.nextInt(PRODUCTS.length);
            boolean entry = random.nextInt(3) == 0;
            Mode mode = entry ? new Mode.CheckIn() : new Mode.Redeem(rig.product(PRODUCTS[product]));
            if (rig.decide(mode, codes.get(person)).verdict().recorded()) {
                (entry ? entries : units).merge(entry ? codes.get(person) : key(person, product), 1, Integer::sum);
                made++;
            }
        }
    }

    /** Another desk hands out what is left of something, or nothing. */
    void redeemElsewhere(Random desk) {
        int person = desk.nextInt(PEOPLE);
        int product = desk.nextInt(PRODUCTS.length);
        try {
            conference.redeemElsewhere(codes.get(person), line(person, product));
            elsewhere.merge(key(person, product), 1, Integer::sum);
        } catch (IllegalStateException usedUp) {
            assertThat(usedUp).hasMessageContaining("used up");
        }
    }

    /** A few orders are pending from now on. */
    void someOrdersArePending() {
        for (int i = 0; i < 5; i++) {
            conference.setStatus(codes.get(random.nextInt(PEOPLE)), ServedOrder.Status.PENDING);
        }
    }

    void everyOrderIsPaid() {
        codes.forEach(code -> conference.setStatus(code, ServedOrder.Status.PAID));
    }

    void aProductIsDeleted() {
        conference.deleteProduct(PRODUCTS[2]);
    }

    void assertNothingIsThereThatNobodyRecorded() {
        for (int i = 0; i < PEOPLE; i++) {
            for (int product = 0; product < PRODUCTS.length; product++) {
                int recorded = units.getOrDefault(key(i, product), 0) + elsewhere.getOrDefault(key(i, product), 0);
                assertThat(conference.redemptions(codes.get(i), line(i, product))).as(PRODUCTS[product] + " of "
                        + codes.get(i)).isLessThanOrEqualTo(recorded);
            }
        }
    }

}
