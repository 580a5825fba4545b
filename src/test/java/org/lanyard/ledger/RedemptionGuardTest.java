package org.lanyard.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R18 to R24 hold whatever program writes to the file: the database itself refuses what would break them. */
@Execution(ExecutionMode.CONCURRENT)
class RedemptionGuardTest {

    private static final String UNIT = WayIn.UNIT;
    private static final String VOID = WayIn.VOID;

    @TempDir static Path templates;
    private static Path template;

    @TempDir Path folder;

    @BeforeAll
    static void makeTemplate() {
        template = GuardedFile.template(templates);
    }

    private GuardedFile file(String redeemPer) {
        return new GuardedFile(template, folder.resolve("lanyard.db"), redeemPer);
    }

    static Stream<Arguments> waysIn() {
        return WayIn.all().flatMap(way -> Stream.of("attendee", "line").map(per -> Arguments.of(way, per)));
    }

    @ParameterizedTest(name = "{0}, per {1}")
    @MethodSource("waysIn")
    void R21_noWayInRedeemsMoreThanWasBought(WayIn way, String per) {
        try (GuardedFile file = file(per)) {
            file.redeemAll();
            file.run(VOID);
            file.redeemAll();
            file.run("UPDATE order_line_item SET quantity = 0 WHERE id = $shirt");
            List<List<Object>> records = file.records();
            List.of(way.steps()).forEach(step -> run(file, step));
            file.refusal("ROLLBACK");
            file.redeemAll();
            assertThat(file.records()).as("%s, per %s: records stay as they are", way, per).containsAll(records);
            file.assertWithinQuantity(way + ", per " + per);
        }
    }

    private static void run(GuardedFile file, String step) {
        if (step.equals(WayIn.REDEEM)) {
            file.redeemAll();
        } else {
            file.refusal(step);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"attendee", "line"})
    void R19_theSettingSaysWhoseTheQuantityIs(String per) {
        try (GuardedFile file = file(per)) {
            file.redeemAll();
            assertThat(file.handedOut()).isEqualTo(per.equals("line")
                    ? Map.of("Lunch of two", 2, "Shirt of Bob", 1, "Lunch of Cyd", 3, "Lunch of Zed ZED1", 2)
                    : Map.of("Lunch of two ADA1", 2, "Lunch of two BOB1", 2, "Shirt of Bob BOB1", 1,
                            "Lunch of Cyd CYD1", 3, "Lunch of Zed ZED1", 2));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"attendee", "line"})
    void R18_unitsElsewhereCountTowardsTheQuantity(String per) {
        try (GuardedFile file = file(per)) {
            assertThat(file.redeem("CYD1", "Lunch of Cyd")).isNull();
            assertThat(file.redeem("CYD1", "Lunch of Cyd")).isNull();
            assertThat(file.redeem("CYD1", "Lunch of Cyd")).contains("fully_redeemed");
            file.run(VOID.replace("$ada", "$cyd"));
            file.run("UPDATE redeemed_elsewhere SET units = 3");
            assertThat(file.redeem("CYD1", "Lunch of Cyd")).contains("fully_redeemed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"attendee", "line"})
    void R23_aLoweredQuantityKeepsWhatWasHandedOutAndGivesNoMore(String per) {
        try (GuardedFile file = file(per)) {
            file.redeem("ADA1", "Lunch of two");
            file.redeem("ADA1", "Lunch of two");
            List<List<Object>> records = file.records();
            file.run("UPDATE order_line_item SET quantity = 1 WHERE id = $lunch");
            assertThat(file.redeem("ADA1", "Lunch of two")).contains("fully_redeemed");
            file.run(VOID);
            assertThat(file.redeem("ADA1", "Lunch of two")).contains("fully_redeemed");
            file.run("UPDATE order_line_item SET quantity = 0 WHERE id = $lunch");
            assertThat(file.redeem("BOB1", "Lunch of two")).contains("fully_redeemed");
            assertThat(file.records()).isEqualTo(records);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"attendee", "line"})
    void R24_aVoidFreesOneUnitOnceAndIsNotUndone(String per) {
        try (GuardedFile file = file(per)) {
            file.redeem("ADA1", "Lunch of two");
            file.redeem("ADA1", "Lunch of two");
            file.run(VOID);
            assertThat(file.redeem("ADA1", "Lunch of two")).isNull();
            assertThat(file.redeem("ADA1", "Lunch of two")).contains("fully_redeemed");
            assertThat(file.refusal("UPDATE product_redemption SET voided_at = NULL, void_reason = NULL"
                    + " WHERE voided_at IS NOT NULL")).contains("records are only ever voided");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"attendee", "line"})
    void R20_whatIsNotTheirsIsRefused(String per) {
        try (GuardedFile file = file(per)) {
            assertThat(file.redeem("ADA1", "Lunch of Cyd")).as("somebody else's order").contains("not_purchased");
            assertThat(file.redeem("ADA1", "Shirt of Bob")).as("another holder's").contains("not_purchased");
            assertThat(file.redeem("ADA1", "Ticket")).as("a ticket type").containsAnyOf("not_purchased");
            assertThat(file.redeem("ADA1", "Lunch of Zed")).as("another conference's").contains("not_purchased");
            assertThat(file.refusal("INSERT" + UNIT + "VALUES (1, 'a', $other, $ada, $lunch, 9, 1)"))
                    .as("recorded for another conference").contains("not_purchased");
            assertThat(file.refusal("INSERT" + UNIT + "VALUES (1, 'a', $conf, 77, $lunch, 9, 1)")).isNotNull();
            assertThat(file.refusal("INSERT" + UNIT + "VALUES (1, 'a', $conf, $ada, 77, 9, 1)")).isNotNull();
            assertThat(file.records()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"attendee", "line"})
    void R20_anotherConferencesLineIsRefusedEvenWhereAnOrderIsLinked(String per) {
        try (GuardedFile file = file(per)) {
            file.run("INSERT INTO attendee_order VALUES ($ada, $zedsOrder, 1, 'x')");
            assertThat(file.redeem("ADA1", "Lunch of Zed")).contains("not_purchased");
        }
    }

    @Test
    void R19_aSettingThatTheRecordsContradictIsRefused() {
        try (GuardedFile file = file("attendee")) {
            file.redeem("ADA1", "Lunch of two");
            file.run("UPDATE conference SET redeem_per = 'line' WHERE id = $conf");
            file.run("UPDATE conference SET redeem_per = 'attendee' WHERE id = $conf");
            file.redeem("ADA1", "Lunch of two");
            file.redeem("BOB1", "Lunch of two");
            assertThat(file.refusal("UPDATE conference SET redeem_per = 'line' WHERE id = $conf"))
                    .contains("redeem_per");
            file.run(VOID);
            file.run("UPDATE conference SET redeem_per = 'line' WHERE id = $conf");
            assertThat(file.redeem("BOB1", "Lunch of two")).contains("fully_redeemed");
        }
    }
}
