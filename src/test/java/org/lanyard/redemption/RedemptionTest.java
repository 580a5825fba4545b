package org.lanyard.redemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lanyard.Rig.NINE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.Rig;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Item;
import org.lanyard.scan.Mode;
import org.lanyard.scan.PersonDetails;
import org.lanyard.scan.Post;
import org.lanyard.scan.Product;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Seen;
import org.lanyard.scan.StationFault;
import org.lanyard.scan.Verdict.ChooseItem;
import org.lanyard.scan.Verdict.FullyRedeemed;
import org.lanyard.scan.Verdict.NotPurchased;
import org.lanyard.scan.Verdict.OrderNotActive;
import org.lanyard.scan.Verdict.Redeemed;
import org.lanyard.scan.Verdict;
import org.lanyard.scan.Wording;

/** R18, R20 and R22: what was bought is handed out, unit by unit, to whom it belongs. */
@Execution(ExecutionMode.CONCURRENT)
class RedemptionTest {

    private static final Attendee ADA =
            new Attendee(1, "ADA1", PersonDetails.named("Ada"), "individual", "Individual", "paid");
    private static final Attendee CYD =
            new Attendee(3, "CYD1", PersonDetails.named("Cyd"), "individual", "Individual", "paid");
    private static final Mode CHOOSE = new Mode.Choose();

    @TempDir Path folder;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = Rig.in(folder);
        rig.csv("access_code,name,ticket_type,order_reference,order_status,items",
                "ADA1,Ada,Individual,O1,paid,Lunch:2; T-shirt",
                "BOB1,Bob,Individual,O1,paid,",
                "CYD1,Cyd,Individual,O3,paid,Tutorial",
                "DEE1,Dee,Individual,O4,refunded,Lunch",
                "DEE1,Dee,Individual,P4,paid,Tutorial",
                "EVE1,Eve,Individual,O5,cancelled,Lunch",
                "FAY1,Fay,Individual,O6,paid,Lunch; Lunch:2",
                "GUS1,Gus,,O7,paid,Lunch",
                "GUS1,Gus,,P7,paid,Lunch:2");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static Item lunch(int quantity, int redeemed) {
        return new Item("lunch", "Lunch", quantity, redeemed, quantity - redeemed);
    }

    private Redeemed redeemed(int hours, Item item) {
        return new Redeemed(ADA, NINE.plus(Duration.ofHours(hours)), item);
    }

    private void voidRedemption(int fromTheLast) {
        UUID id = rig.station().journal().latest(rig.conference(), fromTheLast + 1).getLast().id();
        rig.station().gate().voidRecord(id, "dropped it", rig.post(CHOOSE), NINE);
    }

    @Test
    void R18_oneUnitAtATimeUpToTheQuantity() {
        assertThat(rig.redeem("lunch", "ADA1")).isEqualTo(redeemed(0, lunch(2, 1)));
        rig.pass(Duration.ofHours(1));
        assertThat(rig.redeem("lunch", "ADA1")).isEqualTo(redeemed(1, lunch(2, 2)));
        assertThat(rig.redeem("lunch", "ADA1")).isInstanceOf(FullyRedeemed.class);
    }

    @Test
    void R18_fullyRedeemedSaysWhenWhereAndByWhomEachUnitWent() {
        rig.redeem("lunch", "ADA1");
        rig.pass(Duration.ofHours(1));
        rig.station().gate().decide(rig.post(new Mode.Redeem(rig.product("lunch")), "Lunch 2", "sam"),
                rig.scan("ADA1")).join();
        assertThat(rig.redeem("lunch", "ADA1")).isEqualTo(new FullyRedeemed(ADA, lunch(2, 2),
                List.of(new Seen(NINE, "Desk", null), new Seen(NINE.plusSeconds(3600), "Lunch 2", "sam"))));
    }

    @Test
    void R18_neitherATicketNorACheckInIsRequired() {
        assertThat(rig.redeem("lunch", "GUS1")).isInstanceOf(Redeemed.class);
    }

    @Test
    void R18_onlyActiveOrdersCount() {
        assertThat(rig.redeem("lunch", "EVE1")).isInstanceOf(OrderNotActive.class);
        assertThat(rig.redeem("lunch", "DEE1")).isInstanceOfSatisfying(NotPurchased.class, verdict -> {
            assertThat(verdict.inactive()).isEqualTo("refunded");
            assertThat(verdict.instead()).containsExactly("Individual", "Tutorial");
        });
    }

    @Test
    void R20_somebodyElsesOrderIsNotPurchased() {
        assertThat(rig.redeem("lunch", "CYD1"))
                .isEqualTo(new NotPurchased(CYD, "Lunch", List.of("Individual", "Tutorial"), null));
    }

    @Test
    void R20_anotherHoldersLineIsNotPurchased() {
        rig.json("""
                {"conference": {"slug": "other"}, "orders": [{"reference": "O1", "items": [{"ticket_type": "individual"},
                  {"addon": "lunch", "attendee": "HAL1"}, {"addon": "mug"}]}],
                 "attendees": [{"access_code": "HAL1", "orders": ["O1"]}, {"access_code": "IDA1", "orders": ["O1"]}]}
                """);
        assertThat(atOther("lunch", "IDA1")).isInstanceOfSatisfying(NotPurchased.class,
                verdict -> assertThat(verdict.instead()).containsExactly("individual", "mug"));
        assertThat(atOther("lunch", "HAL1")).isInstanceOf(Redeemed.class);
        assertThat(atOther("mug", "IDA1")).isInstanceOf(Redeemed.class);
    }

    private Verdict atOther(String slug, String code) {
        var other = rig.station().roster().conference("other");
        Post post = new Post(other, rig.station().venue().station("Desk"), "Desk", null,
                new Mode.Redeem(rig.station().roster().product(other, slug, null)));
        return rig.station().gate().decide(post, rig.scan(code)).join().verdict();
    }

    @Test
    void R20_aTicketIsNotRedeemable() {
        assertThat(rig.decide(CHOOSE, "CYD1").items()).extracting(Item::item).containsExactly("tutorial");
        assertThat(rig.redeem("individual", "CYD1")).isInstanceOf(NotPurchased.class);
    }

    @Test
    void R22_linesAreTakenInTheOrderBought() {
        for (String code : List.of("FAY1", "GUS1")) {
            for (int unit = 1; unit <= 3; unit++) {
                assertThat(rig.redeem("lunch", code)).extracting("item").isEqualTo(lunch(3, unit));
            }
            assertThat(rig.redeem("lunch", code)).isInstanceOfSatisfying(FullyRedeemed.class,
                    verdict -> assertThat(verdict.units()).hasSize(3));
        }
        assertThat(unitsByLine("FAY1")).containsExactly(1, 2);
        assertThat(unitsByLine("GUS1")).containsExactly(1, 2);
    }

    @Test
    void R22_theFirstLineIsUsedUpBeforeTheSecondIsBegun() {
        rig.redeem("lunch", "FAY1");
        assertThat(unitsByLine("FAY1")).containsExactly(1, 0);
        rig.redeem("lunch", "FAY1");
        assertThat(unitsByLine("FAY1")).containsExactly(1, 1);
        voidRedemption(1);
        rig.redeem("lunch", "FAY1");
        assertThat(unitsByLine("FAY1")).containsExactly(1, 1);
    }

    private List<Integer> unitsByLine(String code) {
        return rig.station().ledger().read(db -> db.list(row -> row.getInt(1), """
                SELECT count(unit.seq) FROM attendee JOIN attendee_order link ON link.attendee_id = attendee.id
                  JOIN order_line_item line ON line.order_id = link.order_id AND line.addon_id IS NOT NULL
                  LEFT JOIN product_redemption unit ON unit.order_line_item_id = line.id AND unit.voided_at IS NULL
                 WHERE access_code = ? GROUP BY line.id ORDER BY link.position, line.position
                """, code));
    }

    /** The unit of the first line went again after a void: it, and not the second line's, was the last. */
    @Test
    void R28_theLastUnitIsTheJournalsLastWhicheverLineItIsOf() {
        rig.redeem("lunch", "FAY1");
        rig.pass(Duration.ofHours(1)).redeem("lunch", "FAY1");
        rig.redeem("lunch", "FAY1");
        voidRedemption(2);
        rig.pass(Duration.ofHours(1)).redeem("lunch", "FAY1");
        Decision refused = rig.decide(new Mode.Redeem(rig.product("lunch")), "FAY1");
        assertThat(new Wording(Locale.ENGLISH).sentence(refused)).startsWith("Lunch was handed out, last at 11:00");
    }

    @Test
    void R22_aStationThatIsNotBoundGivesTheItemsToChooseFrom() {
        Decision decision = rig.decide(CHOOSE, "ADA1");
        assertThat(decision.verdict()).isEqualTo(new ChooseItem(ADA,
                List.of(lunch(2, 0), new Item("t-shirt", "T-shirt", 1, 0, 1))));
        assertThat(decision.count()).hasValue(0);
        assertThat(rig.station().journal().latest(rig.conference(), 1)).isEmpty();
    }

    @Test
    void R22_whatIsChosenIsHandedOut() {
        Decision choice = rig.decide(CHOOSE, "ADA1");
        Post lunch = rig.post(new Mode.Redeem(rig.product("lunch")));
        Decision chosen =
                rig.station().gate().decide(lunch, rig.scan("ADA1"), choice.verdict().about().orElseThrow()).join();
        assertThat(chosen.verdict()).isEqualTo(redeemed(0, lunch(2, 1)));
        assertThat(chosen.items()).containsExactly(lunch(2, 1), new Item("t-shirt", "T-shirt", 1, 0, 1));
    }

    @Test
    void R22_aQueueStaysTheSameWhenTheRosterRenamesItsProduct() {
        Post post = rig.post(new Mode.Redeem(rig.product("tutorial")));
        rig.renamed("Tutorial", "TUTORIAL");
        assertThat(rig.product("tutorial").name()).isEqualTo("TUTORIAL");
        assertThat(rig.station().gate().decide(post, rig.scan("CYD1")).join().verdict()).isInstanceOf(Redeemed.class);
    }

    /** Case 28: a retry after a lost answer hands out nothing more. */
    @Test
    void R27_theSameScanTwiceIsOneUnit() {
        Post post = rig.post(new Mode.Redeem(rig.product("lunch")));
        Scan scan = rig.scan("ADA1");
        Decision first = rig.station().gate().decide(post, scan).join();
        assertThat(rig.station().gate().decide(post, scan).join()).isEqualTo(first);
        assertThat(rig.reopened().station().gate().decide(post, scan).join()).isEqualTo(first);
        assertThat(first.count()).hasValue(1);
    }

    /** A retry of what is recorded is that unit, whatever the roster says by then: refunded, or nothing any more. */
    @ParameterizedTest
    @ValueSource(strings = {"ADA1,Individual,O1,refunded,Lunch:2; T-shirt", "ADA1,Individual,O1,refunded,", "ADA1,,,,",
            "NEW1,,,,"})
    void R27_theSameScanAfterARefundIsStillTheUnitThatItWas(String row) {
        Post post = rig.post(new Mode.Redeem(rig.product("lunch")));
        Scan scan = rig.scan("ADA1");
        Redeemed first = (Redeemed) rig.station().gate().decide(post, scan).join().verdict();
        theRosterSays(row);
        assertThat(rig.station().gate().decide(post, scan).join().verdict()).isInstanceOfSatisfying(Redeemed.class,
                again -> {
                    assertThat(again.at()).isEqualTo(first.at());
                    assertThat(again.item().item()).isEqualTo("lunch");
                    assertThat(again.item().description()).isEqualTo("Lunch");
                });
        assertThat(rig.station().journal().latest(rig.conference(), 9)).hasSize(1);
        assertThat(rig.redeem("lunch", "ADA1").recorded()).isFalse();
    }

    private void theRosterSays(String row) {
        rig.csv("access_code,ticket_type,order_reference,order_status,items", row, "BOB1,,,,", "CYD1,,,,", "DEE1,,,,",
                "EVE1,,,,", "FAY1,,,,", "GUS1,,,,");
    }

    @Test
    void R27_theSameScanAfterARefundCountsWhatWasBought() {
        Post post = rig.post(new Mode.Redeem(rig.product("lunch")));
        Scan scan = rig.scan("ADA1");
        Redeemed first = (Redeemed) rig.station().gate().decide(post, scan).join().verdict();
        theRosterSays("ADA1,Individual,O1,refunded,Lunch:2; T-shirt");
        assertThat(rig.station().gate().decide(post, scan).join().verdict()).extracting("item").isEqualTo(first.item());
    }

    /** A scan that stands for a T-shirt cannot stand for a lunch, too: green for it would be for nothing recorded. */
    @Test
    void R26_oneScanIsNeverGreenForTwoThings() {
        Scan scan = rig.scan("ADA1");
        assertThat(handOut("t-shirt", scan)).isInstanceOf(Redeemed.class);
        assertThatThrownBy(() -> handOut("lunch", scan)).isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(StationFault.class);
    }

    private Verdict handOut(String slug, Scan scan) {
        Product product = rig.product(slug);
        return rig.station().gate().decide(rig.post(new Mode.Redeem(product)), scan, ADA).join().verdict();
    }
}
