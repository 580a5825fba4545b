package org.lanyard.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.Rig;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.StationFault;
import org.lanyard.scan.Verdict;

/** Copies of the database, their return, and what {@code verify} finds. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Execution(ExecutionMode.CONCURRENT)
class MaintenanceTest {

    private static final int PAGE = 4096;

    @TempDir Path folder;
    private Rig rig;
    private Maintenance maintenance;
    private Path backup;

    @BeforeEach
    void open() {
        rig = Rig.in(folder.resolve("station"));
        rig.csv("access_code,name,ticket_type,order_reference,items", "ADA1,Ada,Individual,O1,lunch:2",
                "BOB1,Bob,Individual,O2,lunch");
        rig.checkIn("ADA1");
        maintenance = new Maintenance(rig.database());
        backup = folder.resolve("backup.db");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static long checkIns(Path database) {
        try (OtherProgram program = new OtherProgram(database)) {
            return program.number("SELECT count(*) FROM check_in");
        }
    }

    @Test
    void aBackupWhileTheStationWritesIsWholeAndConsistent() {
        AtomicBoolean enough = new AtomicBoolean();
        var writing = CompletableFuture.runAsync(() -> {
            for (int i = 0; !enough.get(); i++) {
                String key = "pair-" + i;
                rig.station().ledger().writeNow(db -> db.run("INSERT INTO setting VALUES (?, 'a')", key + "a")
                        + db.run("INSERT INTO setting VALUES (?, 'b')", key + "b"));
            }
        });
        try {
            for (int i = 0; i < 10; i++) {
                maintenance.backup(backup);
                assertThat(new Maintenance(backup).verify()).isEmpty();
                assertPairs(backup);
            }
        } finally {
            enough.set(true);
            writing.join();
        }
    }

    private static void assertPairs(Path copy) {
        try (OtherProgram program = new OtherProgram(copy)) {
            assertThat(program.number("SELECT count(*) FROM setting WHERE value = 'a'"))
                    .isEqualTo(program.number("SELECT count(*) FROM setting WHERE value = 'b'"));
            assertThat(program.number("SELECT count(*) FROM check_in")).isEqualTo(1);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aBackupIsItsOwnersOnlyAndLeavesNothingBeside() throws IOException {
        Files.writeString(backup, "something older");
        maintenance.backup(backup);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup))).isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("backup.db", "station");
        }
    }

    @Test
    void aBackupThatCannotBeWrittenSaysSoAndChangesNothing() throws IOException {
        assertThatThrownBy(() -> maintenance.backup(folder.resolve("no").resolve("such").resolve("folder.db")))
                .isInstanceOf(StationFault.class).message().endsWith(".").doesNotContain("Exception");
        Path occupied = Files.createDirectories(folder.resolve("occupied").resolve("inner")).getParent();
        assertThatThrownBy(() -> maintenance.backup(occupied)).isInstanceOf(StationFault.class);
        assertThat(occupied.resolve("inner")).exists();
        assertThat(rig.checkIn("BOB1")).isInstanceOf(Verdict.CheckedIn.class);
    }

    /** Renamed over the open file, the copy would take its name, and later records would go to a file without one. */
    @Test
    void aBackupOntoTheDatabaseItselfLosesNothing() {
        rig.station().ledger().writeNow(db -> db.run("INSERT INTO setting SELECT value, hex(zeroblob(2000))"
                + " FROM (WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 200)"
                + " SELECT value FROM n)"));
        rig.reopened();
        rig.station().ledger().writeNow(db -> db.run("DELETE FROM setting"));
        try {
            maintenance.backup(rig.database());
        } catch (NotPossible | StationFault refused) {
            assertThat(refused.getMessage()).endsWith(".");
        }
        assertThat(rig.checkIn("BOB1")).isInstanceOf(Verdict.CheckedIn.class);
        rig.reopened();
        assertThat(maintenance.verify()).isEmpty();
        assertThat(rig.checkIn("BOB1")).isInstanceOf(Verdict.ReEntry.class);
    }

    @Test
    void aRestoreIntoAnEmptyPlaceGivesAWorkingStation() {
        maintenance.backup(backup);
        Path elsewhere = folder.resolve("elsewhere");
        assertThat(new Maintenance(elsewhere.resolve("lanyard.db")).restore(backup, false, Rig.NINE)).isEmpty();
        try (Rig restored = Rig.in(elsewhere)) {
            assertThat(restored.checkIn("ADA1")).isInstanceOf(Verdict.ReEntry.class);
            assertThat(restored.checkIn("BOB1")).isInstanceOf(Verdict.CheckedIn.class);
            assertThat(new Maintenance(restored.database()).verify()).isEmpty();
        }
    }

    /** Somebody deleted the database after a crash, and not what stood beside it. */
    @Test
    void aRestoreIsNotMixedWithWhatAFormerDatabaseLeft() throws IOException {
        maintenance.backup(backup);
        rig.checkIn("BOB1");
        rig.station().ledger().writeNow(db -> db.run("UPDATE attendee SET company = hex(zeroblob(3000))"));
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere")).resolve("lanyard.db");
        Files.copy(rig.database().resolveSibling("lanyard.db-wal"), elsewhere.resolveSibling("lanyard.db-wal"));
        new Maintenance(elsewhere).restore(backup, false, Rig.NINE);
        assertThat(new Maintenance(elsewhere).verify()).isEmpty();
        assertThat(checkIns(elsewhere)).isEqualTo(1);
    }

    /** As readsNeverWaitForTheWriter of the ledger, which a file that came out of a backup must keep. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRestoredStationReadsAndWritesAtTheSameTime(boolean overDamaged) throws IOException {
        maintenance.backup(backup);
        Path elsewhere = folder.resolve("elsewhere").resolve("lanyard.db");
        if (overDamaged) {
            Files.createDirectories(elsewhere.getParent());
            Files.writeString(elsewhere, "no database at all".repeat(100));
        }
        new Maintenance(elsewhere).restore(backup, overDamaged, Rig.NINE);
        try (Ledger ledger = Ledger.open(elsewhere)) {
            CountDownLatch read = new CountDownLatch(1);
            ledger.read(db -> {
                db.number("SELECT count(*) FROM setting");
                ledger.write(db2 -> db2.run("INSERT INTO setting VALUES ('x', 'y')")).thenRun(read::countDown);
                assertThat(await(read)).as("written while somebody reads").isTrue();
                return null;
            });
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void aRestoreOverANewerDatabaseIsRefused() {
        maintenance.backup(backup);
        rig.checkIn("BOB1");
        assertThatThrownBy(() -> maintenance.restore(backup, false, Rig.NINE)).isInstanceOf(NotPossible.class)
                .hasMessageContaining("1 newer record").hasMessageContaining("--force");
        assertThat(checkIns(rig.database())).isEqualTo(2);
        assertThat(new Maintenance(rig.database()).verify()).isEmpty();
    }

    @Test
    void aRestoreOverADatabaseWithANewerVoidOrRosterIsRefused() {
        maintenance.backup(backup);
        rig.csv("access_code,name,ticket_type,order_reference,items", "ADA1,Ada,Individual,O1,lunch:2",
                "BOB1,Robert,Individual,O2,lunch");
        assertThatThrownBy(() -> maintenance.restore(backup, false, Rig.NINE)).isInstanceOf(NotPossible.class);
        maintenance.backup(backup);
        try (OtherProgram program = new OtherProgram(rig.database())) {
            program.run("UPDATE check_in SET voided_at = 1, void_reason = 'x'");
        }
        assertThatThrownBy(() -> maintenance.restore(backup, false, Rig.NINE)).isInstanceOf(NotPossible.class);
    }

    @Test
    void aForcedRestoreKeepsTheFormerDatabaseBesideIt() {
        maintenance.backup(backup);
        rig.checkIn("BOB1");
        Path kept = maintenance.restore(backup, true, Rig.NINE).orElseThrow();
        assertThat(kept.getParent()).isEqualTo(rig.database().getParent());
        assertThat(checkIns(kept)).isEqualTo(2);
        assertThat(new Maintenance(kept).verify()).isEmpty();
        assertThat(checkIns(rig.database())).isEqualTo(1);
    }

    /** Another window has the file open all the while. */
    @Test
    void anOpenStationGoesOnWithWhatWasRestored() {
        maintenance.backup(backup);
        assertThat(maintenance.restore(backup, false, Rig.NINE)).hasValueSatisfying(kept -> assertThat(kept).exists());
        assertThat(rig.checkIn("ADA1")).isInstanceOf(Verdict.ReEntry.class);
        assertThat(rig.checkIn("BOB1")).isInstanceOf(Verdict.CheckedIn.class);
        rig.reopened();
        assertThat(rig.checkIn("BOB1")).isInstanceOf(Verdict.ReEntry.class);
        assertThat(maintenance.verify()).isEmpty();
    }

    @Test
    void aRestoreOverADamagedDatabaseNeedsForceAndKeepsTheDamagedOne() throws IOException {
        maintenance.backup(backup);
        rig.close();
        damage(rig.database(), "check_in");
        byte[] damaged = Files.readAllBytes(rig.database());
        assertThatThrownBy(() -> maintenance.restore(backup, false, Rig.NINE)).isInstanceOf(NotPossible.class)
                .hasMessageContaining("--force");
        Path kept = maintenance.restore(backup, true, Rig.NINE).orElseThrow();
        assertThat(Arrays.equals(Files.readAllBytes(kept), damaged)).isTrue();
        assertThat(maintenance.verify()).isEmpty();
        rig.reopened();
        assertThat(rig.checkIn("ADA1")).isInstanceOf(Verdict.ReEntry.class);
    }

    @Test
    void whatIsNoSoundBackupIsNotRestored() throws IOException {
        maintenance.backup(backup);
        damage(backup, "check_in");
        Path text = Files.writeString(folder.resolve("text.db"), "not a database");
        Path empty = Files.createFile(folder.resolve("empty.db"));
        Path foreign = folder.resolve("foreign.db");
        try (OtherProgram program = new OtherProgram(foreign)) {
            program.run("CREATE TABLE other (x)");
        }
        for (Path copy : List.of(backup, text, empty, foreign, folder.resolve("missing.db"), folder)) {
            assertThatThrownBy(() -> maintenance.restore(copy, true, Rig.NINE)).as(copy.toString())
                    .isInstanceOf(NotPossible.class).message().endsWith(".").doesNotContain("\n");
        }
        assertThat(checkIns(rig.database())).isEqualTo(1);
        assertThat(maintenance.verify()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DROP TRIGGER product_redemption_within_quantity", "DROP TRIGGER check_in_stays",
            "DROP INDEX check_in_attendee", "DROP VIEW journal", "DROP TABLE correction",
            "ALTER TABLE door ADD COLUMN colour TEXT"})
    void verifyFindsARuleThatIsGone(String sql) {
        try (OtherProgram program = new OtherProgram(rig.database())) {
            program.run(sql);
        }
        assertThat(maintenance.verify()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "UPDATE check_in SET attendee_id = 99", "UPDATE check_in SET station_id = 99",
            "INSERT INTO redeemed_elsewhere VALUES (1, 1, -5)",
            "INSERT INTO redeemed_elsewhere VALUES (77, 1, 5)"})
    void verifyFindsARowThatBreaksARule(String sql) {
        try (OtherProgram program = new OtherProgram(rig.database())) {
            program.runAgainstTheRules(sql);
        }
        assertThat(maintenance.verify()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"check_in", "attendee", "sqlite_autoindex_attendee_1", "product_redemption"})
    void verifyFindsADamagedPage(String object) throws IOException {
        rig.close();
        damage(rig.database(), object);
        assertThat(maintenance.verify()).isNotEmpty();
        assertThatThrownBy(() -> maintenance.backup(backup)).isInstanceOf(StationFault.class)
                .hasMessageContaining("damaged");
        assertThat(backup).doesNotExist();
    }

    @Test
    void verifyOfASoundFileFindsNothingAndChangesNothing() throws IOException {
        rig.close();
        byte[] before = Files.readAllBytes(rig.database());
        assertThat(maintenance.verify()).isEmpty();
        assertThat(Arrays.equals(Files.readAllBytes(rig.database()), before)).isTrue();
    }

    /** Overwrites the root page of a table or an index. */
    static void damage(Path database, String object) throws IOException {
        long page;
        try (OtherProgram program = new OtherProgram(database)) {
            page = program.number("SELECT rootpage FROM sqlite_schema WHERE name = '" + object + "'");
        }
        byte[] garbage = new byte[PAGE];
        Arrays.fill(garbage, (byte) 0xA5);
        try (RandomAccessFile file = new RandomAccessFile(database.toFile(), "rw")) {
            file.seek((page - 1) * PAGE);
            file.write(garbage);
        }
    }
}
