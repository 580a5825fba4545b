package org.lanyard.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lanyard.Rig.NINE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Item;
import org.lanyard.scan.Mode;
import org.lanyard.scan.PersonDetails;
import org.lanyard.scan.Scan;
import org.lanyard.scan.StationFault;
import org.lanyard.scan.Verdict.Redeemed;
import org.lanyard.scan.Verdict;

/** R22: an item is chosen beside the person who is shown, whatever the station is otherwise for. */
class HandOutTest {

    private static final Mode CHECK_IN = new Mode.CheckIn();

    @TempDir Path folder;
    private Rig rig;
    private Attendee ada;

    @BeforeEach
    void open() {
        rig = Rig.in(folder, Duration.ofSeconds(3));
        rig.csv("access_code,name,ticket_type,order_reference,order_status,items", "ADA1,Ada,Individual,O1,paid,Lunch:2",
                "BOB1,Bob,Individual,O2,paid,Mug", "CYD1,Cyd,Individual,O3,refunded,Lunch");
        ada = rig.decide(CHECK_IN, "ADA1").verdict().about().orElseThrow();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Decision handOut(Scan scan, Attendee attendee, String item) {
        return rig.station().gate().handOut(rig.post(CHECK_IN), scan, attendee, item).join();
    }

    private long redemptions() {
        return rig.station().ledger().read(db -> db.number("SELECT count(*) FROM product_redemption"));
    }

    @Test
    void R22_theChosenItemIsHandedOutAtACheckInDeskToo() {
        Decision decision = handOut(rig.scan("ADA1"), ada, "lunch");
        Item lunch = new Item("lunch", "Lunch", 2, 1, 1);
        assertThat(decision.verdict()).isEqualTo(new Redeemed(ada, NINE, lunch));
        assertThat(decision.items()).containsExactly(lunch);
        assertThat(decision.count()).hasValue(1);
        assertThat(decision.post().mode()).isEqualTo(new Mode.Redeem(rig.product("lunch")));
        assertThat(redemptions()).isEqualTo(1);
    }

    /** A double click is one scan; the repeat window is for badges, not for buttons. */
    @Test
    void R27_theSameChoiceTwiceIsOneUnitAndAnotherChoiceIsAnother() {
        Scan scan = rig.scan("ADA1");
        assertThat(handOut(scan, ada, "lunch")).isEqualTo(handOut(scan, ada, "lunch"));
        assertThat(redemptions()).isEqualTo(1);
        assertThat(handOut(rig.scan("ADA1"), ada, "lunch").verdict()).isInstanceOf(Redeemed.class);
        assertThat(handOut(rig.scan("ADA1"), ada, "lunch").verdict()).isInstanceOf(Verdict.FullyRedeemed.class);
        assertThat(redemptions()).isEqualTo(2);
    }

    @Test
    void R20_whatTheyDoNotHaveIsNotHandedOut() {
        assertThat(handOut(rig.scan("ADA1"), ada, "mug").verdict()).isInstanceOf(Verdict.NotPurchased.class);
        assertThat(redemptions()).isZero();
    }

    @Test
    void R9_anOrderThatIsNotActiveHandsOutNothing() {
        Attendee cyd = rig.decide(CHECK_IN, "CYD1").verdict().about().orElseThrow();
        assertThat(handOut(rig.scan("CYD1"), cyd, "lunch").verdict()).isInstanceOf(Verdict.OrderNotActive.class);
        assertThat(redemptions()).isZero();
    }

    @Test
    void anItemOrAPersonThatIsNotThereIsAFaultAndHandsOutNothing() {
        Attendee nobody = new Attendee(77, "NOBODY", PersonDetails.named("Nobody"), null, null, null);
        assertThatThrownBy(() -> handOut(rig.scan("ADA1"), ada, "nonsense")).isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(StationFault.class);
        assertThatThrownBy(() -> handOut(rig.scan("ADA1"), nobody, "lunch")).isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(StationFault.class);
        assertThat(redemptions()).isZero();
    }
}
