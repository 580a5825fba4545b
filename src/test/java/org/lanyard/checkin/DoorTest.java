package org.lanyard.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lanyard.Rig.NINE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.Rig;
import org.lanyard.roster.ImportOptions;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Mode;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.PersonDetails;
import org.lanyard.scan.Post;
import org.lanyard.scan.Product;
import org.lanyard.scan.Role;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Seen;
import org.lanyard.scan.Verdict.Admitted;
import org.lanyard.scan.Verdict.AdmittedAgain;
import org.lanyard.scan.Verdict.DoorFull;
import org.lanyard.scan.Verdict.NotPurchased;
import org.lanyard.scan.Verdict.Occupancy;
import org.lanyard.scan.Verdict;

/** R14 to R17: who may enter a part of the conference. */
@Execution(ExecutionMode.CONCURRENT)
class DoorTest {

    private static final String[] ROSTER = {"access_code,name,ticket_type,order_reference,order_status,items",
            "ADA1,Ada,Individual,O1,paid,Tutorial; Lunch:3",
            "BOB1,Bob,Individual,O2,paid,Tutorial",
            "CYD1,Cyd,Student,O3,paid,Lunch:3",
            "DEE1,Dee,,O4,paid,Tutorial",
            "EVE1,Eve,Individual,O5,refunded,Tutorial",
            "FAY1,Fay,Individual,O6,refunded,Tutorial",
            "FAY1,Fay,Student,O7,paid,Lunch",
            "GUS1,Gus,Individual,O8,paid,Tutorial"};

    @TempDir Path folder;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = Rig.in(folder);
        rig.csv(ROSTER);
        rig.station().venue().setRole("lea", Role.LEAD);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static Attendee somebody(long id, String code, String name, String ticket, String ticketName) {
        return new Attendee(id, code, PersonDetails.named(name), ticket, ticketName, "paid");
    }

    private static final Attendee ADA = somebody(1, "ADA1", "Ada", "individual", "Individual");
    private static final Attendee BOB = somebody(2, "BOB1", "Bob", "individual", "Individual");
    private static final Attendee CYD = somebody(3, "CYD1", "Cyd", "student", "Student");

    private Decision overridden(String staff, String code) {
        Post post = rig.post(new Mode.Door(rig.product("tutorial")), "Door A", staff);
        Scan scan = rig.scan(code);
        Decision refused = rig.station().gate().decide(post, scan).join();
        assertThat(refused.verdict()).isInstanceOf(DoorFull.class);
        return rig.station().gate().decide(post, scan.overridden(), refused.verdict().about().orElseThrow()).join();
    }

    private void capacity(Integer capacity) {
        rig.station().venue().setCapacity(rig.product("tutorial"), capacity);
    }

    private void voidLatest() {
        UUID id = rig.station().journal().latest(rig.conference(), 1).getFirst().id();
        rig.station().gate().voidRecord(id, "wrong person", rig.post(new Mode.CheckIn()), NINE);
    }

    @Test
    void R14_aDoorIsOneTicketTypeOrAddOnOfThisConference() {
        assertThat(rig.door("tutorial", "ADA1")).isInstanceOf(Admitted.class);
        assertThat(rig.door("individual", "ADA1")).isInstanceOf(Admitted.class);
        assertThat(rig.door("addon:lunch", "ADA1")).isInstanceOf(Admitted.class);
    }

    @Test
    void R14_anUnknownOrForeignProductIsAnErrorAtSetUp() {
        rig.imported(ImportOptions.of(ImportOptions.Format.CSV, "other"),
                "access_code,name,ticket_type,order_reference,items\nOTH1,Otto,Individual,O1,Party");
        for (String slug : List.of("", "nonsense", "party", "ticket:lunch", "addon:individual", "addon:")) {
            assertThatThrownBy(() -> rig.product(slug)).isInstanceOf(NotPossible.class);
        }
    }

    @Test
    void R14_aSlugThatIsBothIsWrittenWithItsKind() {
        rig.imported(new ImportOptions("conf", null, null, ImportOptions.Format.CSV, Map.of(), true, false,
                false, false), "access_code,name,ticket_type,order_reference,items\nHAL1,Hal,Workshop,O9,Workshop");
        assertThatThrownBy(() -> rig.product("workshop")).isInstanceOf(NotPossible.class)
                .hasMessageContaining("ticket:workshop or addon:workshop");
        assertThat(rig.product("ticket:workshop").kind()).isEqualTo(Product.Kind.TICKET_TYPE);
        assertThat(rig.product("addon:workshop").kind()).isEqualTo(Product.Kind.ADDON);
        assertThat(rig.door("ticket:workshop", "HAL1")).isInstanceOf(Admitted.class);
        assertThat(rig.door("addon:workshop", "HAL1")).isInstanceOf(Admitted.class);
    }

    /** Case 8. */
    @Test
    void R15_aDoorRefusesWhoBoughtSomethingElseAndNamesIt() {
        assertThat(rig.door("tutorial", "CYD1"))
                .isEqualTo(new NotPurchased(CYD, "Tutorial", List.of("Student", "Lunch"), null));
    }

    /** Case 8: bought, but on an order that was refunded since. */
    @Test
    void R15_aDoorSaysWhenItWasBoughtOnAnOrderThatIsNotActive() {
        assertThat(rig.door("tutorial", "FAY1")).isInstanceOfSatisfying(NotPurchased.class,
                verdict -> assertThat(verdict.inactive()).isEqualTo("refunded"));
        assertThat(rig.door("individual", "FAY1")).isInstanceOf(NotPurchased.class);
        assertThat(rig.door("student", "FAY1")).isInstanceOf(Admitted.class);
    }

    /** Case 8. */
    @Test
    void R15_theOrdersRuleHoldsHereToo() {
        assertThat(rig.door("tutorial", "EVE1")).isInstanceOfSatisfying(Verdict.OrderNotActive.class,
                verdict -> assertThat(verdict.status()).isEqualTo("refunded"));
    }

    @Test
    void R15_neitherATicketNorACheckInIsRequired() {
        assertThat(rig.door("tutorial", "DEE1")).isInstanceOf(Admitted.class);
    }

    @Test
    void R15_aDoorStaysTheSameWhenTheRosterRenamesItsProduct() {
        Post post = rig.post(new Mode.Door(rig.product("tutorial")));
        rig.renamed("Tutorial", "TUTORIAL");
        assertThat(rig.product("tutorial").name()).isEqualTo("TUTORIAL");
        assertThat(rig.station().gate().decide(post, rig.scan("ADA1")).join().verdict()).isInstanceOf(Admitted.class);
    }

    @Test
    void R16_theFirstIsAdmittedAndLaterOnesNameTheOneBefore() {
        assertThat(rig.door("tutorial", "ADA1"))
                .isEqualTo(new Admitted(ADA, NINE, new Occupancy("Tutorial", 1, OptionalInt.empty()), false));
        rig.pass(Duration.ofHours(1));
        Post doorB = rig.post(new Mode.Door(rig.product("tutorial")), "Door B", "sam");
        assertThat(rig.station().gate().decide(doorB, rig.scan("ADA1")).join().verdict()).isEqualTo(again(1,
                new Seen(NINE, "Desk", null), 2));
        rig.pass(Duration.ofHours(1));
        assertThat(rig.door("tutorial", "ADA1")).isEqualTo(again(2, new Seen(NINE.plusSeconds(3600), "Door B", "sam"), 3));
    }

    private static AdmittedAgain again(int hours, Seen last, int count) {
        return new AdmittedAgain(ADA, NINE.plus(Duration.ofHours(hours)), new Occupancy("Tutorial", 1, OptionalInt.empty()),
                last, count);
    }

    /** A first admission is told as it was, though there was a second since. */
    @Test
    void R27_theSameScanAfterAnotherIsAnsweredAsBefore() {
        Post post = rig.post(new Mode.Door(rig.product("tutorial")));
        Scan scan = rig.scan("ADA1");
        Decision first = rig.station().gate().decide(post, scan).join();
        rig.door("tutorial", "ADA1");
        assertThat(rig.station().gate().decide(post, scan).join()).isEqualTo(first);
        assertThat(first.count()).hasValue(1);
    }

    @Test
    void R16_oneDoorsAdmissionsDoNotCountAtAnother() {
        rig.door("tutorial", "ADA1");
        assertThat(rig.decide(new Mode.Door(rig.product("lunch")), "ADA1")).satisfies(decision -> {
            assertThat(decision.verdict()).isInstanceOf(Admitted.class);
            assertThat(decision.count()).hasValue(1);
        });
    }

    @Test
    void R17_whoWouldExceedTheCapacityIsStopped() {
        capacity(1);
        assertThat(rig.door("tutorial", "ADA1"))
                .isEqualTo(new Admitted(ADA, NINE, new Occupancy("Tutorial", 1, OptionalInt.of(1)), false));
        assertThat(rig.door("tutorial", "BOB1"))
                .isEqualTo(new DoorFull(BOB, new Occupancy("Tutorial", 1, OptionalInt.of(1))));
    }

    @Test
    void R17_whoeverIsInAlreadyIsAdmittedAgainHoweverFullItIs() {
        rig.door("tutorial", "ADA1");
        rig.door("tutorial", "BOB1");
        capacity(1);
        assertThat(rig.door("tutorial", "ADA1"))
                .isEqualTo(new AdmittedAgain(ADA, NINE, new Occupancy("Tutorial", 2, OptionalInt.of(1)),
                        new Seen(NINE, "Desk", null), 2));
    }

    @Test
    void R17_distinctPeopleAreCounted() {
        capacity(2);
        rig.door("tutorial", "ADA1");
        rig.door("tutorial", "ADA1");
        assertThat(rig.door("tutorial", "BOB1")).isInstanceOf(Admitted.class);
    }

    @Test
    void R17_allStationsOfADoorShareItsCapacity() {
        capacity(1);
        rig.station().gate().decide(rig.post(new Mode.Door(rig.product("tutorial")), "Door B", null), rig.scan("ADA1"))
                .join();
        assertThat(rig.door("tutorial", "BOB1")).isInstanceOf(DoorFull.class);
    }

    @Test
    void R17_aLeadMayOverrideAndTheRecordSaysSo() {
        capacity(1);
        rig.door("tutorial", "ADA1");
        assertThat(overridden("lea", "BOB1").verdict())
                .isEqualTo(new Admitted(BOB, NINE, new Occupancy("Tutorial", 2, OptionalInt.of(1)), true));
        assertThat(rig.station().ledger()
                .<List<Integer>>read(db -> db.list(row -> row.getInt(1), "SELECT overridden FROM door_check ORDER BY seq")))
                .containsExactly(0, 1);
    }

    @Test
    void R17_aVolunteerMayNotOverride() {
        capacity(1);
        rig.door("tutorial", "ADA1");
        assertThat(overridden("sam", "BOB1").verdict())
                .isEqualTo(new DoorFull(BOB, new Occupancy("Tutorial", 1, OptionalInt.of(1))));
    }

    @Test
    void R17_anOverrideThatWasNotNeededIsNone() {
        capacity(2);
        Post post = rig.post(new Mode.Door(rig.product("tutorial")), "Door A", "lea");
        assertThat(rig.station().gate().decide(post, rig.scan("ADA1").overridden()).join().verdict())
                .isEqualTo(new Admitted(ADA, NINE, new Occupancy("Tutorial", 1, OptionalInt.of(2)), false));
    }

    @Test
    void R17_aVoidFreesAPlace() {
        capacity(1);
        rig.door("tutorial", "ADA1");
        voidLatest();
        assertThat(rig.door("tutorial", "BOB1")).isInstanceOf(Admitted.class);
        assertThat(rig.door("tutorial", "ADA1")).isInstanceOf(DoorFull.class);
    }

    @Test
    void R17_aVoidOfOneOfTwoAdmissionsFreesNone() {
        capacity(1);
        rig.door("tutorial", "ADA1");
        rig.door("tutorial", "ADA1");
        voidLatest();
        assertThat(rig.door("tutorial", "BOB1")).isInstanceOf(DoorFull.class);
    }

    @Test
    void R17_aCapacityOfNoneIsNoLimitAndOfZeroLetsNobodyIn() {
        capacity(0);
        assertThat(rig.door("tutorial", "ADA1")).isInstanceOf(DoorFull.class);
        capacity(null);
        assertThat(rig.door("tutorial", "ADA1")).isInstanceOf(Admitted.class);
    }

    @Test
    void R27_theSameScanTwiceIsOneAdmission() {
        Scan scan = rig.scan("ADA1");
        Post post = rig.post(new Mode.Door(rig.product("tutorial")));
        Decision first = rig.station().gate().decide(post, scan).join();
        assertThat(rig.station().gate().decide(post, scan).join()).isEqualTo(first);
        assertThat(first.count()).hasValue(1);
    }
}
