package org.lanyard.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lanyard.roster.Rosters.CSV;
import static org.lanyard.roster.Rosters.FORCED;
import static org.lanyard.roster.Rosters.PARTIAL;
import static org.lanyard.roster.Rosters.SKIPPING;
import static org.lanyard.roster.Rosters.TRIAL;
import static org.lanyard.roster.Rosters.dossier;
import static org.lanyard.roster.Rosters.item;
import static org.lanyard.roster.Rosters.people;
import static org.lanyard.roster.Rosters.person;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.Rig;
import org.lanyard.roster.ImportOptions.Format;
import org.lanyard.roster.ImportReport.Count;
import org.lanyard.roster.format.Answers;
import org.lanyard.roster.format.RosterFiles;
import org.lanyard.scan.Conference.RedeemPer;
import org.lanyard.scan.Item;
import org.lanyard.scan.Mode;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Post;
import org.lanyard.scan.Product;
import org.lanyard.scan.Verdict;

/** The same roster again, changed or shrunk, over what was recorded meanwhile. */
@Execution(ExecutionMode.CONCURRENT)
class ReimportTest {

    private static final String SHARED = """
            access_code,name,ticket_type,order_reference,items
            A1,Ada,Individual,O1,lunch:3
            A2,Bob,Individual,O1,lunch:3
            A3,Cyd,Individual,O1,lunch:3
            """;

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

    private ImportReport csv(String text) {
        return rig.imported(CSV, text);
    }

    // Counts ---------------------------------------------------------------------------------------------------------

    @Test
    void theSameFileAgainChangesNothing() {
        csv(people(1, 10));
        var again = csv(people(1, 10));
        assertThat(again.attendees()).isEqualTo(new Count(0, 0, 10, 0));
        assertThat(again.orders()).isEqualTo(new Count(0, 0, 10, 0));
        assertThat(again.items()).isEqualTo(new Count(0, 0, 20, 0));
    }

    @Test
    void whatIsNewChangedUnchangedAndGoneIsCounted() {
        csv(people(1, 10));
        var report = csv(people(2, 11).replace("A5,Name 5,Individual,O5,lunch:2", "A5,Eve,Individual,O5,lunch:2")
                .replace("O6,lunch:2", "O6,lunch:3").replace("O7,lunch:2", "O7,"));
        assertThat(report.attendees()).isEqualTo(new Count(1, 1, 8, 1));
        assertThat(report.orders()).isEqualTo(new Count(1, 1, 8, 0));
        assertThat(report.items()).isEqualTo(new Count(2, 1, 16, 1));
        assertThat(person(rig, "A5").name()).isEqualTo("Eve");
        assertThat(item(rig, "A6").quantity()).isEqualTo(3);
        assertThat(dossier(rig, "A7").items()).isEmpty();
    }

    @Test
    void aTrialCountsTheSameAndChangesNothing() {
        csv(people(1, 10));
        String next = people(2, 11).replace("A5,Name 5", "A5,Eve");
        var trial = rig.imported(TRIAL, next);
        assertThat(trial.applied()).isFalse();
        assertThat(person(rig, "A5").name()).isEqualTo("Name 5");
        var done = csv(next);
        assertThat(trial).usingRecursiveComparison().ignoringFields("applied").isEqualTo(done);
    }

    @Test
    void anOrderNoLongerLinkedEndsAndANewOneTakesItsPlace() {
        csv(people(1, 1));
        var report = csv(people(1, 1).replace("O1", "O99").replace("Individual", "Student"));
        assertThat(report.orders()).isEqualTo(new Count(1, 0, 0, 1));
        assertThat(person(rig, "A1").orders()).extracting(Person.Order::reference).containsExactly("O99");
        assertThat(person(rig, "A1").ticket()).map(Product::slug).contains("student");
    }

    // Who is no longer there -----------------------------------------------------------------------------------------

    @Test
    void whoIsNoLongerInTheFileIsWithdrawnAndComesBack() {
        csv(people(1, 10));
        rig.checkIn("A10");
        assertThat(csv(people(1, 9)).attendees().withdrawn()).isEqualTo(1);
        assertThat(rig.checkIn("A10")).isInstanceOfSatisfying(Verdict.OrderNotActive.class,
                verdict -> assertThat(verdict.status()).isEqualTo("withdrawn"));
        assertThat(csv(people(1, 9)).attendees()).isEqualTo(new Count(0, 0, 9, 0));
        assertThat(csv(people(1, 10)).attendees()).isEqualTo(new Count(0, 1, 9, 0));
        assertThat(rig.checkIn("A10")).isInstanceOfSatisfying(Verdict.ReEntry.class,
                verdict -> assertThat(verdict.count()).isEqualTo(2));
    }

    @Test
    void exactlyAFifthMayVanish() {
        csv(people(1, 10));
        assertThat(csv(people(1, 8)).attendees()).isEqualTo(new Count(0, 0, 8, 2));
    }

    @Test
    void moreThanAFifthVanishesOnlyByForce() {
        csv(people(1, 10));
        assertThatThrownBy(() -> csv(people(1, 7))).isInstanceOf(NotPossible.class).hasMessageContaining("--force");
        assertThat(person(rig, "A10").withdrawn()).isFalse();
        assertThat(rig.imported(FORCED, people(1, 7)).attendees()).isEqualTo(new Count(0, 0, 7, 3));
        assertThat(person(rig, "A10").withdrawn()).isTrue();
    }

    @Test
    void theFifthIsOfThoseStillActive() {
        csv(people(1, 10));
        csv(people(1, 8));
        assertThatThrownBy(() -> csv(people(1, 6))).isInstanceOf(NotPossible.class);
        assertThat(csv(people(1, 7)).attendees().withdrawn()).isEqualTo(1);
    }

    @Test
    void aPartialFileAddsAndUpdatesAndWithdrawsNobody() {
        csv(people(1, 10));
        var report = rig.imported(PARTIAL, people(10, 12).replace("Name 10", "Ten"));
        assertThat(report.attendees()).isEqualTo(new Count(2, 1, 0, 0));
        assertThat(person(rig, "A10").name()).isEqualTo("Ten");
        assertThat(person(rig, "A1").withdrawn()).isFalse();
    }

    @Test
    void whomAPartialFileBroughtTheRosterDoesNotWithdraw() {
        csv(people(1, 10));
        rig.imported(PARTIAL, people(50, 52));
        assertThat(csv(people(1, 10)).attendees()).isEqualTo(new Count(0, 0, 10, 0));
        assertThat(person(rig, "A50").withdrawn()).isFalse();
    }

    @Test
    void aPartialFileEndsNoOrderAndDropsNoItem() {
        csv(people(1, 1));
        rig.imported(PARTIAL, "access_code,order_reference,items\nA1,O2,dinner\n");
        assertThat(person(rig, "A1").orders()).extracting(Person.Order::reference).containsExactly("O1", "O2");
        assertThat(dossier(rig, "A1").items()).extracting(Item::item).containsExactly("lunch", "dinner");
        assertThat(person(rig, "A1").name()).isEqualTo("Name 1");
    }

    /** They stand in the file: that their row cannot be used is no reason to turn them away. */
    @Test
    void aRowThatIsSkippedWithdrawsNobody() {
        csv(people(1, 10));
        var report = rig.imported(SKIPPING, people(1, 10).replace("O5,lunch:2", "O5,lunch:x"));
        assertThat(report.unusable()).hasSize(1);
        assertThat(rig.checkIn("A5")).isInstanceOf(Verdict.CheckedIn.class);
    }

    // What was recorded meanwhile ------------------------------------------------------------------------------------

    @Test
    void recordsMadeOnSiteStayWhenANameIsCorrected() {
        csv(people(1, 10));
        rig.checkIn("A1");
        rig.redeem("lunch", "A1");
        csv(people(1, 10).replace("Name 1,", "Named 1,"));
        assertThat(rig.checkIn("A1")).isInstanceOf(Verdict.ReEntry.class);
        assertThat(item(rig, "A1")).isEqualTo(new Item("lunch", "lunch", 2, 1, 1));
    }

    @Test
    void R10_ourOwnCheckInComingBackIsNotOneMadeElsewhere() {
        csv(people(1, 1));
        rig.checkIn("A1");
        rig.json("""
                {"conference": {"slug": "conf"}, "orders": [{"reference": "O1", "items": [
                   {"ticket_type": "individual", "attendee": "A1"}]}],
                 "attendees": [{"access_code": "A1", "orders": ["O1"], "checked_in_at": "%s"}]}
                """.formatted(Rig.NINE));
        assertThat(dossier(rig, "A1").checkIns()).isEqualTo(1);
    }

    @Test
    void aLineIsRecognisedByItsIdWhereverItStands() {
        String file = """
                {"conference": {"slug": "conf"}, "orders": [{"reference": "O1", "items": [%s]}],
                 "attendees": [{"access_code": "A1", "orders": ["O1"]}]}
                """;
        String first = "{\"id\": 1, \"addon\": \"lunch\", \"quantity\": 1}";
        String second = "{\"id\": 2, \"addon\": \"lunch\", \"quantity\": 1}";
        rig.json(file.formatted(first + ", " + second));
        rig.redeem("lunch", "A1");
        assertThat(rig.json(file.formatted(second)).items()).isEqualTo(new Count(0, 0, 1, 1));
        assertThat(item(rig, "A1")).isEqualTo(new Item("lunch", "lunch", 1, 1, 1));
    }

    @Test
    void R31_aLeadsWordIsKeptUntilTheRosterSaysTheSame() {
        csv("access_code,ticket_type,order_reference,order_status\nA1,Individual,O1,pending");
        Post lead = rig.post(new Mode.CheckIn());
        rig.station().corrections().setOrderStatus(lead, person(rig, "A1").id(), "paid", "paid at the desk");
        csv("access_code,ticket_type,order_reference,order_status\nA1,Individual,O1,pending");
        assertThat(rig.checkIn("A1")).isInstanceOf(Verdict.CheckedIn.class);
        csv("access_code,ticket_type,order_reference,order_status\nA1,Individual,O1,paid");
        csv("access_code,ticket_type,order_reference,order_status\nA1,Individual,O1,refunded");
        assertThat(rig.checkIn("A1")).isInstanceOf(Verdict.OrderNotActive.class);
    }

    @Test
    void R23_aQuantityLoweredBelowWhatWasHandedOutShowsNothingLeftAndWarns() {
        csv(people(1, 1));
        rig.redeem("lunch", "A1");
        rig.redeem("lunch", "A1");
        assertThat(csv(people(1, 1).replace("lunch:2", "lunch:1")).warnings()).singleElement().asString()
                .contains("O1").contains("lunch");
        assertThat(item(rig, "A1")).isEqualTo(new Item("lunch", "lunch", 1, 2, 0));
        assertThat(rig.redeem("lunch", "A1")).isInstanceOf(Verdict.FullyRedeemed.class);
    }

    @Test
    void R23_aDroppedLineOfWhichUnitsWereHandedOutShowsNothingLeftAndWarns() {
        csv(people(1, 1));
        rig.redeem("lunch", "A1");
        assertThat(csv(people(1, 1).replace("lunch:2", "")).warnings()).hasSize(1);
        assertThat(item(rig, "A1")).isEqualTo(new Item("lunch", "lunch", 0, 1, 0));
    }

    @Test
    void R23_aQuantityLoweredToWhatWasHandedOutIsNoCauseForAWarning() {
        csv(people(1, 1));
        rig.redeem("lunch", "A1");
        assertThat(csv(people(1, 1).replace("lunch:2", "lunch:1")).warnings()).isEmpty();
    }

    @Test
    void R23_whereALineIsSharedWhatAllSharersHadTogetherCounts() {
        rig.imported(CSV, Answers.NONE.withItemsPerOrder(true), SHARED);
        rig.station().roster().set(rig.conference(), null, null, RedeemPer.LINE);
        for (String code : new String[] {"A1", "A2", "A3"}) {
            assertThat(rig.redeem("lunch", code)).isInstanceOf(Verdict.Redeemed.class);
        }
        var report = rig.imported(CSV, Answers.NONE.withItemsPerOrder(true), SHARED.replace("lunch:3", "lunch:2"));
        assertThat(item(rig, "A1")).isEqualTo(new Item("lunch", "lunch", 2, 3, 0));
        assertThat(report.warnings()).anySatisfy(warning -> assertThat(warning).asString().contains("handed out"));
    }

    @Test
    void R23_unitsHandedOutElsewhereCountToo() {
        String file = """
                {"conference": "conf", "attendees": [{"access_code": "P1", "products": [
                   {"id": 1, "description": "Lunch", "quantity": %d, "addon_slug": "lunch", "redeemed_count": 2}]}]}
                """;
        rig.json(file.formatted(3));
        var report = rig.json(file.formatted(1));
        assertThat(item(rig, "P1")).isEqualTo(new Item("lunch", "Lunch", 1, 2, 0));
        assertThat(report.warnings()).hasSize(1);
    }

    // Size -----------------------------------------------------------------------------------------------------------

    /** All scans of this station wait while an import writes: what was quick to add must not be slow to change. */
    @Test
    @Tag("slow")
    void changingAHundredThousandPeopleIsAboutAsQuickAsAddingThem() throws IOException {
        long adding = timed(sample(Format.CSV), Format.CSV);
        long changing = timed(sample(Format.JSON), Format.JSON);
        assertThat(changing).isLessThan(4 * adding);
    }

    private static String sample(Format format) throws IOException {
        var out = new ByteArrayOutputStream();
        RosterFiles.writeSample(100_000, 7, format, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private long timed(String file, Format format) {
        long start = System.nanoTime();
        assertThat(rig.imported(ImportOptions.of(format, "sample"), file).applied()).isTrue();
        return System.nanoTime() - start;
    }
}
