package org.lanyard.roster.carry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.Rig;
import org.lanyard.roster.ImportOptions;
import org.lanyard.roster.Person;
import org.lanyard.scan.Conference.RedeemPer;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Verdict;

/**
 * R38 against a model that knows purchases only: a purchase of lunches passes from order to order and from person to person,
 * and what was used of it is used, wherever it goes. The model knows neither lines nor pools nor carries.
 */
@Execution(ExecutionMode.CONCURRENT)
class RandomPurchasesTest {

    private static final int PURCHASES = 6;
    private static final int STEPS = 60;
    private static final String OTHERS = "X1,Xa,Individual,P1,paid,\nX2,Xb,Individual,P2,paid,\n";

    @TempDir Path folder;

    /** A purchase, wherever it is; its units are live records. */
    private static final class Purchase {
        final int bought;
        String code;
        String name;
        String order;
        final List<UUID> units = new ArrayList<>();

        Purchase(int number, int bought) {
            this.bought = bought;
            this.code = "C" + number + "X0";
            this.name = "Person " + (char) ('A' + number);
            this.order = "O" + number + "-0";
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void R38_whatWasUsedOfAPurchaseIsUsedWhereverItGoes(long seed) {
        Random random = new Random(seed);
        List<Purchase> purchases = new ArrayList<>();
        for (int i = 0; i < PURCHASES; i++) {
            purchases.add(new Purchase(i, 1 + random.nextInt(4)));
        }
        try (Rig rig = Rig.in(folder)) {
            says(rig, purchases);
            if (seed % 2 == 0) {
                rig.station().roster().set(rig.conference(), null, null, RedeemPer.LINE);
            }
            for (int step = 1; step <= STEPS; step++) {
                Purchase purchase = purchases.get(random.nextInt(PURCHASES));
                step(rig, random, purchases, purchase, step);
                agrees(rig, purchases, "seed " + seed + ", step " + step);
            }
        }
    }

    private static void step(Rig rig, Random random, List<Purchase> purchases, Purchase purchase, int step) {
        switch (random.nextInt(8)) {
            case 0 -> purchase.code = "C" + purchases.indexOf(purchase) + "X" + step;
            case 1 -> purchase.order = "O" + purchases.indexOf(purchase) + "-" + step;
            case 2 -> {
                purchase.code = "C" + purchases.indexOf(purchase) + "X" + step;
                purchase.name = "Taker " + Integer.toString(step, 36);
            }
            case 3 -> {
                if (!purchase.units.isEmpty()) {
                    UUID last = purchase.units.removeLast();
                    rig.station().gate().voidRecord(last, "dropped", rig.post(new Mode.CheckIn()), Rig.NINE);
                }
            }
            case 4 -> {
                RedeemPer per = rig.conference().redeemPer() == RedeemPer.LINE ? RedeemPer.ATTENDEE : RedeemPer.LINE;
                rig.station().roster().set(rig.conference(), null, null, per);
            }
            default -> {
                Decision decision = rig.decide(new Mode.Redeem(rig.product("lunch")), purchase.code);
                boolean left = purchase.units.size() < purchase.bought;
                assertThat(decision.verdict()).as("step " + step)
                        .isInstanceOf(left ? Verdict.Redeemed.class : Verdict.FullyRedeemed.class);
                if (left) {
                    purchase.units.add(decision.scan().id());
                }
            }
        }
        says(rig, purchases);
    }

    private static void says(Rig rig, List<Purchase> purchases) {
        StringBuilder csv = new StringBuilder("access_code,name,ticket_type,order_reference,order_status,items\n" + OTHERS);
        purchases.forEach(purchase -> csv.append(String.join(",", purchase.code, purchase.name, "Individual", purchase.order,
                "paid", "lunch:" + purchase.bought)).append('\n'));
        rig.imported(ImportOptions.of(ImportOptions.Format.CSV, "conf").forced(true), csv.toString());
    }

    private static void agrees(Rig rig, List<Purchase> purchases, String when) {
        Map<String, List<Integer>> expected = new LinkedHashMap<>();
        Map<String, List<Integer>> found = new LinkedHashMap<>();
        for (Purchase purchase : purchases) {
            Person person = rig.station().roster().find(rig.conference(), Reading.of(purchase.code)).orElseThrow();
            expected.put(purchase.code, List.of(purchase.bought, purchase.units.size()));
            rig.station().gate().dossier(rig.conference(), person).items()
                    .forEach(item -> found.put(purchase.code, List.of(item.quantity(), item.redeemed())));
        }
        assertThat(found).as(when).isEqualTo(expected);
    }
}
