package org.lanyard.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.Rig;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Mode;

/** What {@code verify} says of a file whose records no longer keep the rules, one plain sentence for each. */
@Execution(ExecutionMode.CONCURRENT)
class InspectionTest {

    @TempDir Path folder;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = Rig.in(folder);
        rig.csv("access_code,name,ticket_type,order_reference,items", "ADA1,Ada,Individual,O1,lunch");
        rig.checkIn("ADA1");
        rig.door("lunch", "ADA1");
        rig.redeem("lunch", "ADA1");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private List<String> verify() {
        return new Maintenance(rig.database()).verify();
    }

    private void change(String sql) {
        try (OtherProgram program = new OtherProgram(rig.database())) {
            program.run(sql);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "UPDATE door_check SET id = 'twin'; UPDATE check_in SET id = 'twin' | the id twin stands for two records",
            "UPDATE door_check SET seq = 1 | the journal's place 1 is taken twice",
            "DELETE FROM check_in | the journal has gaps: 1 records that were made are gone",
            "DELETE FROM check_in; DELETE FROM door_check | the journal has gaps: 2 records that were made are gone",
            "UPDATE product_redemption SET id = 'x', order_line_item_id = (SELECT id FROM order_line_item WHERE addon_id"
                    + " IS NULL) | the redemption x is of a ticket, not of an item",
            "INSERT INTO conference (id, slug, name, timezone) VALUES (9, 'other', 'Other', 'UTC');"
                    + " UPDATE check_in SET id = 'x', conference_id = 9"
                    + " | the record x belongs to another conference than its attendee",
            "UPDATE check_in SET station_id = 99 | a row of check_in points at what is not there"})
    void recordsThatBreakARuleAreNamed(String sql, String finding) {
        try (OtherProgram program = new OtherProgram(rig.database())) {
            program.runAgainstTheRules(sql);
        }
        assertThat(verify()).containsExactly(finding);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE FROM presence WHERE door = 0", "UPDATE presence SET left_seq = 9 WHERE door <> 0",
            "UPDATE presence SET entered_at = 0", "UPDATE presence SET entered_seq = 0"})
    void R33_whoeverIsNotInsideAsTheRecordsSayIsNamed(String sql) {
        assertThat(verify()).isEmpty();
        change(sql);
        assertThat(verify()).containsExactly("whether ADA1 is inside is not what the records say");
    }

    @Test
    void R33_leavingBeforeEnteringIsNoFinding() {
        rig.csv("access_code,name,ticket_type,order_reference,items", "ADA1,Ada,Individual,O1,lunch",
                "BOB1,Bob,Individual,O2,lunch");
        rig.decide(new Mode.Exit(Optional.empty()), "BOB1");
        rig.checkIn("BOB1");
        rig.door("lunch", "BOB1");
        rig.decide(new Mode.Exit(Optional.of(rig.product("lunch"))), "BOB1");
        Decision left = rig.decide(new Mode.Exit(Optional.empty()), "ADA1");
        rig.station().gate().voidRecord(left.scan().id(), "wrong person", rig.post(new Mode.CheckIn()), Rig.NINE);
        assertThat(verify()).isEmpty();
    }

    @Test
    void everyOneOfSeveralBrokenRecordsIsNamed() {
        rig.checkIn("ADA1");
        try (OtherProgram program = new OtherProgram(rig.database())) {
            program.runAgainstTheRules("INSERT INTO conference (id, slug, name, timezone) VALUES (9, 'o', 'O', 'UTC');"
                    + "UPDATE check_in SET id = 'x' || seq, conference_id = 9");
        }
        assertThat(verify()).containsExactlyInAnyOrder("the record x1 belongs to another conference than its attendee",
                "the record x4 belongs to another conference than its attendee");
    }

    @Test
    void aRuleThatIsGoneIsToldFromOneThatWasChanged() {
        change("DROP TRIGGER check_in_stays");
        assertThat(verify()).containsExactly("the database's own trigger check_in_stays is missing");
        change("CREATE TRIGGER check_in_stays BEFORE DELETE ON check_in WHEN false BEGIN SELECT 1; END");
        assertThat(verify()).containsExactly("the database's own trigger check_in_stays was changed");
    }

    /** Case 52: what somebody else added may do anything. */
    @Test
    void whatSomebodyAddedOfTheirOwnIsNamed() {
        change("CREATE VIEW mine AS SELECT * FROM check_in");
        assertThat(verify()).containsExactly("the database has a view mine, which is not Lanyard's");
    }

    /** Case 63. */
    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MAX_VALUE - 1, 1L << 62, 0, -7})
    void aRecordFarBeyondTheOthersIsNamedAndTheJournalGoesOnBelowIt(long place) {
        change("INSERT INTO check_in (seq, id, conference_id, attendee_id, checked_in_at, station_id) SELECT " + place
                + ", 'x', conference_id, attendee_id, checked_in_at, station_id FROM check_in");
        rig.checkIn("ADA1");
        rig.reopened();
        rig.checkIn("ADA1");
        assertThat(verify()).containsExactly("the journal's place " + place
                + " is out of order: another program wrote that record");
        try (OtherProgram program = new OtherProgram(rig.database())) {
            assertThat(program.column("SELECT seq FROM check_in WHERE id <> 'x' ORDER BY seq")).containsExactly("1", "4",
                    "5");
        }
    }

    @Test
    void aFileThatIsNotOursIsNamedAsWhatItIs() {
        change("PRAGMA user_version = 99");
        assertThat(verify()).singleElement().asString().startsWith("The data folder was last used by a newer Lanyard")
                .doesNotEndWith(".");
        change("PRAGMA application_id = 1");
        assertThat(verify()).containsExactly("The file lanyard.db belongs to another program; it was left as it is");
    }
}
