package org.lanyard.redemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lanyard.Rig.NINE;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.Rig;
import org.lanyard.roster.ImportReport;
import org.lanyard.scan.Conference.RedeemPer;
import org.lanyard.scan.Item;
import org.lanyard.scan.Mode;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Post;
import org.lanyard.scan.Seen;
import org.lanyard.scan.Verdict.FullyRedeemed;
import org.lanyard.scan.Verdict.NotPurchased;
import org.lanyard.scan.Verdict.Redeemed;
import org.lanyard.scan.Verdict;

/** R18, R19, R21 and R23: how often, whoever shares it and whatever the roster says later. */
@Execution(ExecutionMode.CONCURRENT)
class QuantityTest {

    @TempDir Path folder;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = Rig.in(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    /** Ada and Bob share an order. */
    private ImportReport shared(String items) {
        return rig.csv("access_code,name,ticket_type,order_reference,items", "ADA1,Ada,Individual,O1," + items,
                "BOB1,Bob,Individual,O1,");
    }

    private void per(RedeemPer per) {
        rig.station().roster().set(rig.conference(), null, null, per);
    }

    private Item lunchOf(String code) {
        return rig.decide(new Mode.Choose(), code).items().stream().filter(item -> item.item().equals("lunch"))
                .findFirst().orElseThrow();
    }

    private static Item lunch(int quantity, int redeemed, int remaining) {
        return new Item("lunch", "Lunch", quantity, redeemed, remaining);
    }

    /** Case 5. */
    @Test
    void R19_eachAttendeeOfAnOrderMayRedeemTheFullQuantity() {
        assertThat(shared("Lunch").warnings())
                .anySatisfy(warning -> assertThat(warning).asString().contains("per attendee"));
        assertThat(rig.redeem("lunch", "ADA1")).isInstanceOf(Redeemed.class);
        assertThat(rig.redeem("lunch", "BOB1")).isInstanceOf(Redeemed.class);
        assertThat(rig.redeem("lunch", "BOB1")).isInstanceOf(FullyRedeemed.class);
    }

    /** Case 5. */
    @Test
    void R19_orTheAttendeesOfAnOrderShareIt() {
        shared("Lunch:2");
        per(RedeemPer.LINE);
        assertThat(rig.redeem("lunch", "ADA1")).isInstanceOf(Redeemed.class);
        assertThat(lunchOf("BOB1")).isEqualTo(lunch(2, 1, 1));
        assertThat(rig.redeem("lunch", "BOB1")).isInstanceOf(Redeemed.class);
        assertThat(rig.redeem("lunch", "ADA1")).isInstanceOfSatisfying(FullyRedeemed.class, verdict -> {
            assertThat(verdict.item()).isEqualTo(lunch(2, 2, 0));
            assertThat(verdict.units()).containsOnly(new Seen(NINE, "Desk", null)).hasSize(2);
        });
    }

    @Test
    void R19_aSettingThatRedemptionsContradictIsRefused() {
        shared("Lunch");
        rig.redeem("lunch", "ADA1");
        rig.redeem("lunch", "BOB1");
        assertThatThrownBy(() -> per(RedeemPer.LINE)).isInstanceOf(NotPossible.class);
        assertThat(rig.conference().redeemPer()).isEqualTo(RedeemPer.ATTENDEE);
    }

    @Test
    void R19_aSettingThatNothingContradictsIsTakenBothWays() {
        shared("Lunch");
        rig.redeem("lunch", "ADA1");
        per(RedeemPer.LINE);
        assertThat(rig.redeem("lunch", "BOB1")).isInstanceOf(FullyRedeemed.class);
        per(RedeemPer.ATTENDEE);
        assertThat(rig.redeem("lunch", "BOB1")).isInstanceOf(Redeemed.class);
    }

    /** A desk that was open before the setting changed, perhaps from another process, counts as it now says. */
    @Test
    void R19_theSettingHoldsFromTheNextScanOn() {
        shared("Lunch");
        Post open = rig.post(new Mode.Redeem(rig.product("lunch")));
        per(RedeemPer.LINE);
        assertThat(at(open, "ADA1")).isInstanceOf(Redeemed.class);
        assertThat(at(open, "BOB1")).isInstanceOf(FullyRedeemed.class);
    }

    @Test
    void R19_theSettingHoldsFromTheNextScanOnTheOtherWayToo() {
        shared("Lunch");
        per(RedeemPer.LINE);
        Post open = rig.post(new Mode.Redeem(rig.product("lunch")));
        per(RedeemPer.ATTENDEE);
        assertThat(at(open, "ADA1")).isInstanceOf(Redeemed.class);
        assertThat(at(open, "BOB1")).isInstanceOf(Redeemed.class);
    }

    private Verdict at(Post post, String code) {
        return rig.station().gate().decide(post, rig.scan(code)).join().verdict();
    }

    /** The upstream server's own answer: so many units of Ada's three lunches were handed out elsewhere. */
    private void preload(int redeemed, int quantity) {
        rig.json("""
                {"conference": "conf", "generated_at": "2027-05-14T06:00:00Z", "count": 1, "attendees": [
                  {"access_code": "ADA1", "name": "Ada", "email": "", "ticket_type": "individual", "products": [
                    {"id": 1, "description": "Individual", "quantity": 1, "ticket_type_slug": "individual",
                     "addon_slug": null, "redeemed_count": 0, "remaining": 1},
                    {"id": 2, "description": "Lunch", "quantity": %d, "ticket_type_slug": null,
                     "addon_slug": "lunch", "redeemed_count": %d, "remaining": 0}],
                   "checked_in": false, "checked_in_at": null}]}
                """.formatted(quantity, redeemed));
    }

    @Test
    void R18_unitsElsewhereCountToo() {
        preload(2, 3);
        assertThat(lunchOf("ADA1")).isEqualTo(lunch(3, 2, 1));
        assertThat(rig.decide(new Mode.Redeem(rig.product("lunch")), "ADA1").count()).hasValue(3);
        assertThat(rig.redeem("lunch", "ADA1")).isInstanceOfSatisfying(FullyRedeemed.class, verdict -> {
            assertThat(verdict.item()).isEqualTo(lunch(3, 3, 0));
            assertThat(verdict.units()).containsExactlyInAnyOrder(new Seen(NINE, "Desk", null),
                    new Seen(null, null, null), new Seen(null, null, null));
        });
    }

    @Test
    void R18_moreUnitsElsewhereThanAreLeftShowNoneRemaining() {
        preload(0, 3);
        rig.redeem("lunch", "ADA1");
        rig.redeem("lunch", "ADA1");
        preload(2, 3);
        assertThat(lunchOf("ADA1")).isEqualTo(lunch(3, 4, 0));
        assertThat(rig.redeem("lunch", "ADA1")).isInstanceOf(FullyRedeemed.class);
    }

    /** Case 7. */
    @Test
    void R23_aLoweredQuantityShowsNoneRemainingAndWarns() {
        shared("Lunch:3");
        rig.redeem("lunch", "ADA1");
        rig.redeem("lunch", "ADA1");
        assertThat(shared("Lunch").warnings())
                .anySatisfy(warning -> assertThat(warning).asString().contains("O1", "2", "Lunch"));
        assertThat(lunchOf("ADA1")).isEqualTo(lunch(1, 2, 0));
        assertThat(lunchOf("BOB1")).isEqualTo(lunch(1, 0, 1));
        assertThat(rig.redeem("lunch", "ADA1")).isInstanceOf(FullyRedeemed.class);
    }

    /** Case 7. */
    @Test
    void R23_aDroppedLineShowsNoneRemainingAndWarns() {
        shared("Lunch:3; Mug");
        rig.redeem("lunch", "ADA1");
        assertThat(shared("Mug").warnings()).anySatisfy(warning -> assertThat(warning).asString().contains("O1", "Lunch"));
        assertThat(lunchOf("ADA1")).isEqualTo(lunch(0, 1, 0));
        assertThat(rig.redeem("lunch", "ADA1")).isInstanceOf(FullyRedeemed.class);
        assertThat(rig.redeem("lunch", "BOB1")).isInstanceOf(NotPurchased.class);
    }

    @Test
    void R23_whatIsNotBelowWhatWentGivesNoWarning() {
        shared("Lunch:3; Mug");
        rig.redeem("lunch", "ADA1");
        assertThat(shared("Lunch:1").warnings())
                .noneSatisfy(warning -> assertThat(warning).asString().contains("handed out"));
        assertThat(lunchOf("ADA1")).isEqualTo(lunch(1, 1, 0));
    }

    @Test
    void R23_whatSharersHadTogetherIsWarnedOfToo() {
        shared("Lunch:2");
        per(RedeemPer.LINE);
        rig.redeem("lunch", "ADA1");
        rig.redeem("lunch", "BOB1");
        assertThat(shared("Lunch").warnings()).anySatisfy(warning -> assertThat(warning).asString().contains("handed out"));
        assertThat(lunchOf("ADA1")).isEqualTo(lunch(1, 2, 0));
    }

    @Test
    void R23_whatWentElsewhereIsWarnedOfToo() {
        preload(3, 3);
        ImportReport report = rig.json("""
                {"conference": {"slug": "conf"}, "orders": [{"reference": "upstream:1", "items": [
                  {"id": 1, "ticket_type": "individual"}, {"id": 2, "addon": "lunch", "quantity": 1}]}],
                 "attendees": [{"access_code": "ADA1", "orders": ["upstream:1"]}]}
                """);
        assertThat(lunchOf("ADA1").remaining()).isZero();
        assertThat(report.warnings()).anySatisfy(warning -> assertThat(warning).asString().contains("handed out"));
    }

    /** Another program on the same file may not hand out more either, nor take a record away or back. */
    @ParameterizedTest
    @ValueSource(strings = {
            "INSERT INTO product_redemption (seq, id, conference_id, attendee_id, order_line_item_id, redeemed_at, station_id)"
                    + " SELECT seq + 9, 'x', conference_id, attendee_id, order_line_item_id, 0, station_id FROM product_redemption"
                    + " WHERE voided_at IS NULL",
            "DELETE FROM product_redemption",
            "UPDATE product_redemption SET voided_at = NULL, void_reason = NULL WHERE voided_at IS NOT NULL",
            "UPDATE product_redemption SET order_line_item_id = 1 WHERE voided_at IS NULL",
            "UPDATE product_redemption SET attendee_id = 2 WHERE voided_at IS NULL",
            "REPLACE INTO product_redemption SELECT * FROM product_redemption"})
    void R21_theDatabaseItselfRefusesTheRow(String sql) throws SQLException {
        shared("Lunch");
        rig.redeem("lunch", "ADA1");
        rig.station().gate().voidRecord(rig.station().journal().latest(rig.conference(), 1).getFirst().id(), "dropped",
                rig.post(new Mode.Choose()), NINE);
        rig.redeem("lunch", "ADA1");
        List<?> before = rig.station().journal().latest(rig.conference(), 9);
        anotherProgramIsRefused(sql);
        assertThat(rig.station().journal().latest(rig.conference(), 9)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"addon_id", "ticket_type_id"})
    void R21_theDatabaseCountsUnitsElsewhereAndKnowsATicket(String kind) throws SQLException {
        preload(3, 3);
        rig.checkIn("ADA1");
        anotherProgramIsRefused("""
                INSERT INTO product_redemption (seq, id, conference_id, attendee_id, order_line_item_id, redeemed_at,
                                                station_id)
                SELECT 9, 'x', 1, 1, id, 0, 1 FROM order_line_item WHERE %s IS NOT NULL
                """.formatted(kind));
    }

    private void anotherProgramIsRefused(String sql) throws SQLException {
        try (Connection another = DriverManager.getConnection("jdbc:sqlite:" + rig.database());
                Statement statement = another.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).isInstanceOf(SQLException.class)
                    .hasMessageContaining("SQLITE_CONSTRAINT_TRIGGER");
        }
    }
}
