package org.lanyard.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lanyard.Rig.NINE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.Rig;
import org.lanyard.scan.Conference.RedeemPer;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Seen;
import org.lanyard.scan.StationFault;
import org.lanyard.scan.Verdict;
import org.lanyard.scan.Verdict.FullyRedeemed;
import org.lanyard.scan.Verdict.Redeemed;

/** R38: what was used moves with the purchase. */
@Execution(ExecutionMode.CONCURRENT)
class CarriedTest {

    private static final String HEADER = "access_code,name,ticket_type,order_reference,order_status,items";
    private static final String[] OTHERS = {"X1,Xa,Individual,P1,paid,", "X2,Xb,Individual,P2,paid,",
            "X3,Xc,Individual,P3,paid,", "X4,Xd,Individual,P4,paid,", "X5,Xe,Individual,P5,paid,",
            "X6,Xf,Individual,P6,paid,", "X7,Xg,Individual,P7,paid,", "X8,Xh,Individual,P8,paid,"};

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

    private ImportReport says(String... rows) {
        return rig.imported(ImportOptions.of(ImportOptions.Format.CSV, "conf").forced(true), String.join("\n",
                Stream.of(Stream.of(HEADER), Stream.of(OTHERS), Stream.of(rows)).flatMap(lines -> lines).toList()));
    }

    private void hadLunch(String code, int units) {
        for (int i = 0; i < units; i++) {
            rig.pass(Duration.ofMinutes(1));
            assertThat(rig.redeem("lunch", code)).isInstanceOf(Redeemed.class);
        }
    }

    /** Units of lunch that count for this person, and those that remain. */
    private List<Integer> lunch(String code) {
        Person person = rig.station().roster().find(rig.conference(), Reading.of(code)).orElseThrow();
        return rig.station().gate().dossier(rig.conference(), person).items().stream()
                .filter(item -> item.item().equals("lunch")).map(item -> List.of(item.redeemed(), item.remaining()))
                .findFirst().orElse(List.of());
    }

    private FullyRedeemed nothingLeft(String code) {
        assertThat(rig.redeem("lunch", code)).isInstanceOf(FullyRedeemed.class);
        return (FullyRedeemed) rig.redeem("lunch", code);
    }

    private static List<String> moved(ImportReport report) {
        return report.moved().stream().map(it -> it.units() + " " + it.item() + " " + it.from() + ">" + it.to()).toList();
    }

    @Test
    void R38_aReplacedCodeKeepsWhatWasUsed() {
        says("OLD1,Zoë,Individual,O1,paid,lunch:3");
        hadLunch("OLD1", 3);
        ImportReport report = says("NEW1,Zoë,Individual,O1,paid,lunch:3");
        assertThat(moved(report)).containsExactly("3 lunch OLD1>NEW1");
        assertThat(report.warnings()).extracting(Object::toString)
                .contains("3 of \"lunch\" that OLD1 used now count for NEW1.");
        assertThat(lunch("NEW1")).isEqualTo(List.of(3, 0));
        assertThat(nothingLeft("NEW1").units().getFirst())
                .isEqualTo(new Seen(NINE.plusSeconds(60), "Desk", null).carriedFrom("OLD1"));
    }

    @Test
    void R38_theMessageNamesTheOldCode() {
        says("OLD1,Zoë,Individual,O1,paid,lunch:3");
        hadLunch("OLD1", 3);
        says("NEW1,Zoë,Individual,O1,paid,lunch:3");
        Decision decision = rig.decide(new Mode.Redeem(rig.product("lunch")), "NEW1");
        assertThat(new org.lanyard.scan.Wording(java.util.Locale.ENGLISH).message(decision))
                .contains("3 were handed out on the old code OLD1.");
    }

    @Test
    void R38_theRestOfAPurchaseIsStillThere() {
        says("OLD1,Zoë,Individual,O1,paid,lunch:3");
        hadLunch("OLD1", 2);
        says("NEW1,Zoë,Individual,O1,paid,lunch:3");
        hadLunch("NEW1", 1);
        nothingLeft("NEW1");
    }

    /** One person, whose only order is made up from the code, between others who stay. */
    private ImportReport saysByEmail(String code, String name, String email) {
        return rig.imported(ImportOptions.of(ImportOptions.Format.CSV, "conf").forced(true),
                "access_code,name,email,ticket_type,order_reference,order_status,items\n" + String.join("\n", OTHERS)
                        .replaceAll("(?m)^(\\w+,\\w+),", "$1,,")
                        + "\n" + String.join(",", code, name, email, "Individual", code, "paid", "lunch:3"));
    }

    @Test
    void R38_aReplacedCodeWithAnOrderOfItsOwnIsKnownByNameAndEmail() {
        saysByEmail("OLD1", "Zoë", "zoe@example.org");
        hadLunch("OLD1", 3);
        assertThat(moved(saysByEmail("NEW1", "Zoe", "Zoe@Example.org"))).containsExactly("3 lunch OLD1>NEW1");
    }

    @Test
    void R38_aNamesakeWithoutAnEmailIsSomebodyElse() {
        saysByEmail("OLD1", "Zoë", "");
        hadLunch("OLD1", 3);
        assertThat(moved(saysByEmail("NEW1", "Zoë", ""))).isEmpty();
        assertThat(lunch("NEW1")).isEqualTo(List.of(0, 3));
    }

    @Test
    void R38_anotherNameWithAnotherOrderIsAnotherPurchase() {
        says("OLD1,Zoë,Individual,O1,paid,lunch:3");
        hadLunch("OLD1", 3);
        assertThat(moved(says("NEW1,Max,Individual,O2,paid,lunch:3"))).isEmpty();
        assertThat(lunch("NEW1")).isEqualTo(List.of(0, 3));
    }

    @Test
    void R38_anOrderThatMovesToAnotherPersonTakesItsUnitsAlong() {
        says("ADA1,Ada,Individual,O1,paid,lunch:3", "BOB1,Bob,Individual,O2,paid,");
        hadLunch("ADA1", 2);
        assertThat(moved(says("ADA1,Ada,,,,", "BOB1,Bob,Individual,O1,paid,lunch:3")))
                .containsExactly("2 lunch ADA1>BOB1");
        assertThat(lunch("BOB1")).isEqualTo(List.of(2, 1));
    }

    @Test
    void R38_refundedAndBoughtAgainIsOnePurchase() {
        says("ADA1,Ada,Individual,O1,paid,lunch:3");
        hadLunch("ADA1", 2);
        ImportReport report = says("ADA1,Ada,Individual,O1,refunded,lunch:3", "ADA1,Ada,Individual,O2,paid,lunch:3");
        assertThat(moved(report)).containsExactly("2 lunch ADA1>ADA1");
        assertThat(lunch("ADA1")).isEqualTo(List.of(2, 1));
    }

    @Test
    void R38_anOrderReplacedWithoutAWordIsRefundedToo() {
        says("ADA1,Ada,Individual,O1,paid,lunch:3");
        hadLunch("ADA1", 3);
        says("ADA1,Ada,Individual,O2,paid,lunch:2");
        assertThat(lunch("ADA1")).isEqualTo(List.of(2, 0));
    }

    @Test
    void R38_boughtAgainInALaterImportAsWell() {
        says("ADA1,Ada,Individual,O1,paid,lunch:3");
        hadLunch("ADA1", 3);
        says("ADA1,Ada,Individual,O1,refunded,lunch:3");
        assertThat(moved(says("ADA1,Ada,Individual,O1,refunded,lunch:3", "ADA1,Ada,Individual,O2,paid,lunch:3")))
                .containsExactly("3 lunch ADA1>ADA1");
    }

    @Test
    void R38_aSecondOrderBesideTheFirstChangesNothing() {
        says("ADA1,Ada,Individual,O1,paid,lunch:3");
        hadLunch("ADA1", 2);
        assertThat(moved(says("ADA1,Ada,Individual,O1,paid,lunch:3", "ADA1,Ada,Individual,O2,paid,lunch:2"))).isEmpty();
        assertThat(lunch("ADA1")).isEqualTo(List.of(2, 3));
    }

    @Test
    void R38_onlyUnitsBeyondWhatTheOldHolderStillHoldsAreCarriedTheOldestFirst() {
        says("ADA1,Ada,Individual,O1,paid,lunch:3", "BOB1,Bob,Individual,O2,paid,");
        hadLunch("ADA1", 3);
        assertThat(moved(says("ADA1,Ada,Individual,O1,paid,lunch:1", "BOB1,Bob,Individual,O1,paid,lunch:2",
                "BOB1,Bob,Individual,O2,paid,"))).containsExactly("2 lunch ADA1>BOB1");
        assertThat(lunch("ADA1")).isEqualTo(List.of(1, 0));
        assertThat(nothingLeft("BOB1").units()).extracting(Seen::at).containsExactly(NINE.plusSeconds(60),
                NINE.plusSeconds(120));
    }

    @Test
    void R38_ofTwoOrdersTheOneThatIsLeftHoldsWhatItCan() {
        says("ADA1,Ada,Individual,O1,paid,lunch:3", "ADA1,Ada,Individual,O2,paid,lunch:2", "BOB1,Bob,Individual,O3,paid,");
        hadLunch("ADA1", 3);
        says("ADA1,Ada,Individual,O2,paid,lunch:2", "BOB1,Bob,Individual,O1,paid,lunch:3", "BOB1,Bob,Individual,O3,paid,");
        assertThat(lunch("ADA1")).isEqualTo(List.of(2, 0));
        assertThat(lunch("BOB1")).isEqualTo(List.of(1, 2));
    }

    @Test
    void R38_aQuantityLoweredCarriesNothing() {
        says("ADA1,Ada,Individual,O1,paid,lunch:3", "BOB1,Bob,Individual,O1,paid,lunch:1");
        hadLunch("ADA1", 3);
        assertThat(moved(says("ADA1,Ada,Individual,O1,paid,lunch:1", "BOB1,Bob,Individual,O1,paid,lunch:1"))).isEmpty();
        assertThat(lunch("BOB1")).isEqualTo(List.of(0, 1));
    }

    private static final String SHARED = """
            {"conference":{"slug":"conf"},"addons":[{"slug":"lunch","name":"lunch"}],
             "ticket_types":[{"slug":"individual","name":"Individual"}],
             "orders":[{"reference":"O1","status":"paid","items":[{"ticket_type":"individual","quantity":1},
                        {"addon":"lunch","description":"lunch","quantity":3}]}],
             "attendees":[%s]}""";

    private void shared(String... codes) {
        rig.imported(ImportOptions.of(ImportOptions.Format.JSON, "conf").forced(true), SHARED.formatted(
                String.join(",", Stream.of(codes).map(code -> "{\"access_code\":\"" + code + "\",\"name\":\"" + code
                        + "\",\"orders\":[\"O1\"]}").toList())));
    }

    @Test
    void R38_twoWhoBothHeldTheLineBeforeAreNotTouched() {
        shared("ADA1", "BOB1");
        hadLunch("ADA1", 3);
        shared("BOB1");
        assertThat(lunch("BOB1")).isEqualTo(List.of(0, 3));
    }

    @Test
    void R38_aLinkLaterThanTheUnitTakesWhenTheOldHolderLeaves() {
        shared("ADA1");
        hadLunch("ADA1", 3);
        shared("ADA1", "BOB1");
        assertThat(lunch("BOB1")).isEqualTo(List.of(0, 3));
        shared("BOB1");
        assertThat(lunch("BOB1")).isEqualTo(List.of(3, 0));
    }

    @Test
    void R38_sharedLinesThatBecomeAPersonsOwnTakeTheirUsersUnitsAlong() {
        shared("ADA1", "BOB1");
        hadLunch("ADA1", 2);
        hadLunch("BOB1", 1);
        rig.imported(ImportOptions.of(ImportOptions.Format.CSV, "conf").forced(true), HEADER
                + "\nADA1,ADA1,Individual,O1,paid,lunch:3\nBOB1,BOB1,Individual,O1,paid,lunch:3");
        assertThat(lunch("ADA1")).isEqualTo(List.of(2, 1));
        assertThat(lunch("BOB1")).isEqualTo(List.of(1, 2));
    }

    @Test
    void R38_perLineARebookedOrderKeepsWhatItsSharersUsed() {
        shared("ADA1", "BOB1");
        rig.station().roster().set(rig.conference(), null, null, RedeemPer.LINE);
        hadLunch("ADA1", 1);
        hadLunch("BOB1", 1);
        rig.imported(ImportOptions.of(ImportOptions.Format.JSON, "conf").forced(true),
                SHARED.formatted("{\"access_code\":\"ADA1\",\"name\":\"ADA1\",\"orders\":[\"O2\"]},"
                        + "{\"access_code\":\"BOB1\",\"name\":\"BOB1\",\"orders\":[\"O2\"]}").replace("\"O1\"", "\"O2\""));
        assertThat(lunch("ADA1")).isEqualTo(List.of(2, 1));
        assertThat(lunch("BOB1")).isEqualTo(List.of(2, 1));
    }

    @Test
    void R38_perLineALineThatStaysOnePoolCarriesNothingUntilTheSettingChanges() {
        shared("OLD1");
        rig.station().roster().set(rig.conference(), null, null, RedeemPer.LINE);
        hadLunch("OLD1", 2);
        shared("NEW1");
        assertThat(lunch("NEW1")).isEqualTo(List.of(2, 1));
        rig.station().roster().set(rig.conference(), null, null, RedeemPer.ATTENDEE);
        assertThat(lunch("NEW1")).isEqualTo(List.of(2, 1));
        hadLunch("NEW1", 1);
        nothingLeft("NEW1");
    }

    @Test
    void R38_backAgainTheUnitsComeBackToo() {
        says("OLD1,Zoë,Individual,O1,paid,lunch:3");
        hadLunch("OLD1", 2);
        says("NEW1,Zoë,Individual,O1,paid,lunch:3");
        hadLunch("NEW1", 1);
        says("OLD1,Zoë,Individual,O1,paid,lunch:3");
        assertThat(lunch("OLD1")).isEqualTo(List.of(3, 0));
    }

    @Test
    void R38_voidingTheRecordFreesTheUnitWhereItNowCounts() {
        says("OLD1,Zoë,Individual,O1,paid,lunch:3");
        hadLunch("OLD1", 2);
        Decision last = rig.decide(new Mode.Redeem(rig.product("lunch")), "OLD1");
        says("NEW1,Zoë,Individual,O1,paid,lunch:3");
        nothingLeft("NEW1");
        rig.station().gate().voidRecord(last.scan().id(), "dropped", rig.post(new Mode.CheckIn()), NINE);
        assertThat(lunch("NEW1")).isEqualTo(List.of(2, 1));
    }

    @Test
    void R38_theDatabaseItselfCountsCarriedUnits() {
        says("OLD1,Zoë,Individual,O1,paid,lunch:3");
        hadLunch("OLD1", 3);
        says("NEW1,Zoë,Individual,O1,paid,lunch:3");
        assertThatThrownBy(() -> rig.station().ledger().writeNow(db -> db.run("""
                INSERT INTO product_redemption (seq, id, conference_id, attendee_id, order_line_item_id, redeemed_at,
                                                station_id)
                SELECT (SELECT seq FROM journal_next), 'x', conference_id, attendee.id, line.id, 0, 1
                  FROM attendee JOIN order_line_item line ON line.holder_id = attendee.id AND addon_id IS NOT NULL
                 WHERE access_code = 'NEW1'
                """))).isInstanceOf(StationFault.class).hasStackTraceContaining("fully_redeemed");
    }

    @Test
    void R38_carriesAreNeitherDeletedNorChangedNorMadeUp() {
        says("OLD1,Zoë,Individual,O1,paid,lunch:3");
        hadLunch("OLD1", 1);
        says("NEW1,Zoë,Individual,O1,paid,lunch:3");
        for (String sql : List.of("DELETE FROM carry", "UPDATE carry SET to_attendee = from_attendee",
                "INSERT OR REPLACE INTO carry SELECT * FROM carry",
                "INSERT INTO carry SELECT seq + 1, correction, unit, from_line, from_attendee, to_line, 1, NULL FROM carry",
                "INSERT INTO carry SELECT seq + 1, correction, unit, to_line, to_attendee, 1, to_attendee, NULL FROM carry")) {
            assertThatThrownBy(() -> rig.station().ledger().writeNow(db -> db.run(sql))).as(sql)
                    .isInstanceOf(StationFault.class);
        }
    }

    @Test
    void R38_aTrialRunSaysWhatWouldBeCarriedAndCarriesNothing() {
        says("OLD1,Zoë,Individual,O1,paid,lunch:3");
        hadLunch("OLD1", 3);
        ImportReport trial = rig.imported(ImportOptions.of(ImportOptions.Format.CSV, "conf").forced(true).trial(),
                String.join("\n", HEADER, String.join("\n", OTHERS), "NEW1,Zoë,Individual,O1,paid,lunch:3"));
        assertThat(moved(trial)).containsExactly("3 lunch OLD1>NEW1");
        assertThat(trial.applied()).isFalse();
        nothingLeft("OLD1");
        assertThat(rig.redeem("lunch", "NEW1")).isInstanceOf(Verdict.UnknownCode.class);
    }

    @Test
    void R38_whoeverTakesOverAUsedTicketGetsANoteThatSaysWhenAndWhere() {
        says("ADA1,Ada,Individual,O1,paid,");
        rig.station().gate().decide(rig.post(new Mode.CheckIn(), "Door A", "sam"), rig.scan("ADA1")).join();
        says("BOB1,Bob,Individual,O1,paid,");
        String note = "This ticket was used to enter at 2027-05-14 09:00 at Door A, with the code ADA1.";
        assertThat(rig.checkIn("BOB1")).isInstanceOfSatisfying(Verdict.NeedsAttention.class,
                verdict -> assertThat(verdict.note()).isEqualTo(note));
        says("BOB1,Bob,Individual,O1,paid,");
        assertThat(rig.checkIn("BOB1")).isInstanceOf(Verdict.NeedsAttention.class);
    }

    @Test
    void R38_aTicketThatWasNotUsedIsTakenOverWithoutANote() {
        says("ADA1,Ada,Individual,O1,paid,");
        says("BOB1,Bob,Individual,O1,paid,");
        assertThat(rig.checkIn("BOB1")).isInstanceOf(Verdict.CheckedIn.class);
    }

    @Test
    void R38_theSumOfWhatIsHandedOutNeverExceedsWhatWasBought() {
        says("ADA1,Ada,Individual,O1,paid,lunch:3", "BOB1,Bob,Individual,O2,paid,lunch:2");
        hadLunch("ADA1", 2);
        says("BOB1,Bob,Individual,O2,paid,lunch:2", "BOB1,Bob,Individual,O1,paid,lunch:3");
        hadLunch("BOB1", 3);
        nothingLeft("BOB1");
    }
}
