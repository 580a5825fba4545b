package org.lanyard.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.Rig;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.StationFault;
import org.lanyard.scan.Verdict;

/** What stands in the way of a copy, or of its return, costs neither the station nor whatever stands there. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Execution(ExecutionMode.CONCURRENT)
class MaintenanceFaultsTest {

    @TempDir Path folder;
    private Rig rig;
    private Maintenance maintenance;
    private Path backup;

    @BeforeEach
    void open() {
        rig = Rig.in(folder.resolve("station"));
        rig.csv("access_code,name,ticket_type,order_reference", "ADA1,Ada,Individual,O1", "BOB1,Bob,Individual,O2");
        rig.checkIn("ADA1");
        maintenance = new Maintenance(rig.database());
        backup = folder.resolve("backup.db");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    /** A folder that is not empty is replaced by nothing. */
    private static Path occupy(Path place) throws IOException {
        return Files.writeString(Files.createDirectories(place).resolve("letters.txt"), "mine");
    }

    private static void assertFault(String sentence, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(StationFault.class).hasMessage(sentence);
    }

    private void assertStationGoesOn() {
        assertThat(rig.reopened().checkIn("ADA1")).isInstanceOf(Verdict.ReEntry.class);
        assertThat(maintenance.verify()).isEmpty();
    }

    @Test
    void whereThereIsNoStationThereIsNothingToCopyOrToVerify() {
        Path nowhere = folder.resolve("nowhere");
        Maintenance none = new Maintenance(nowhere.resolve("lanyard.db"));
        for (ThrowingCallable call : List.<ThrowingCallable>of(none::verify, () -> none.backup(backup))) {
            assertThatThrownBy(call).isInstanceOf(NotPossible.class)
                    .hasMessage("There is no station database in " + nowhere + ".");
        }
        assertThat(backup).doesNotExist();
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void aBackupOntoAnotherNameOfTheDatabaseIsRefused() throws IOException {
        Path alias = Files.createLink(folder.resolve("alias.db"), rig.database());
        assertThatThrownBy(() -> maintenance.backup(alias)).isInstanceOf(NotPossible.class)
                .hasMessage("A backup needs a file of its own, not the database itself.");
        assertThat(Files.isSameFile(alias, rig.database())).isTrue();
        assertStationGoesOn();
    }

    @Test
    void aBackupTouchesNothingThatStandsInItsWay() throws IOException {
        Path letters = occupy(folder.resolve("backup.db.part"));
        assertFault("The backup " + backup + " cannot be written; check the folder and the free space.",
                () -> maintenance.backup(backup));
        assertThat(letters).hasContent("mine");
        assertThat(backup).doesNotExist();
        assertStationGoesOn();
    }

    @Test
    void aBackupReplacesAnOlderOneOnlyWhenItIsWhole() throws IOException {
        maintenance.backup(backup);
        byte[] older = Files.readAllBytes(backup);
        rig.close();
        MaintenanceTest.damage(rig.database(), "attendee");
        assertThatThrownBy(() -> maintenance.backup(backup)).isInstanceOf(StationFault.class);
        assertThat(Arrays.equals(Files.readAllBytes(backup), older)).isTrue();
        assertThat(folder.resolve("backup.db.part")).doesNotExist();
    }

    @Test
    void aRestoreThatCannotBeCopiedLeavesThePlaceAsItWas() throws IOException {
        maintenance.backup(backup);
        Path elsewhere = folder.resolve("elsewhere").resolve("lanyard.db");
        Path letters = occupy(elsewhere.resolveSibling("lanyard.db-wal"));
        assertFault("The backup could not be copied to " + elsewhere + ".",
                () -> new Maintenance(elsewhere).restore(backup, false, Rig.NINE));
        assertThat(letters).hasContent("mine");
        assertThat(elsewhere).doesNotExist();
        assertThat(elsewhere.getParent().toFile().list()).containsExactly("lanyard.db-wal");
    }

    @Test
    void aDamagedDatabaseThatCannotBeKeptAsideStaysWhereItIs() throws IOException {
        maintenance.backup(backup);
        rig.close();
        MaintenanceTest.damage(rig.database(), "check_in");
        byte[] damaged = Files.readAllBytes(rig.database());
        Path letters = occupy(rig.database().resolveSibling("lanyard-before-restore-2027-05-14T07-00-00Z.db"));
        assertFault("The damaged database could not be kept aside; nothing was changed.",
                () -> maintenance.restore(backup, true, Rig.NINE));
        assertThat(letters).hasContent("mine");
        assertThat(Arrays.equals(Files.readAllBytes(rig.database()), damaged)).isTrue();
    }

    /** SQLite copies no other size of page into a database that is open for several at once. */
    @Test
    void aRestoreThatTheDatabaseDoesNotTakeIsNoRestore() {
        maintenance.backup(backup);
        try (OtherProgram program = new OtherProgram(backup)) {
            program.run("PRAGMA page_size = 8192");
            program.run("VACUUM");
        }
        rig.checkIn("BOB1");
        assertNotRestored();
        assertThat(rig.reopened().checkIn("BOB1")).isInstanceOf(Verdict.ReEntry.class);
    }

    /** It waits for the other as long as any of the station's connections does. */
    @Test
    @Tag("slow")
    void aRestoreWhileAnotherProgramWritesIsNoRestore() {
        maintenance.backup(backup);
        rig.checkIn("BOB1");
        try (OtherProgram other = new OtherProgram(rig.database())) {
            other.run("BEGIN IMMEDIATE");
            other.run("INSERT INTO setting VALUES ('half', 'written')");
            assertNotRestored();
            other.run("COMMIT");
            assertThat(other.number("SELECT count(*) FROM setting WHERE key = 'half'")).isEqualTo(1);
        }
        assertThat(rig.reopened().checkIn("BOB1")).isInstanceOf(Verdict.ReEntry.class);
    }

    private void assertNotRestored() {
        assertFault("The backup could not be restored; the station's database is as it was. Close every program that has"
                + " it open, then try again.", () -> maintenance.restore(backup, true, Rig.NINE));
        assertThat(maintenance.verify()).isEmpty();
    }
}
