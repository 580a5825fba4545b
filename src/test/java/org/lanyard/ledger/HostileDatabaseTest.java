package org.lanyard.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.Rig;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.StationFault;
import org.lanyard.scan.Verdict;

/** Cases 52 and 53: a file that another program prepared is refused at opening, restore and verify, whole and unchanged. */
@Execution(ExecutionMode.CONCURRENT)
class HostileDatabaseTest {

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void aStationWithOneCheckIn() {
        try (Rig rig = Rig.in(folder)) {
            rig.csv("access_code,name,ticket_type,order_reference,items", "ADA1,Ada,individual,O1,lunch");
            rig.checkIn("ADA1");
        }
        file = folder.resolve("lanyard.db");
    }

    private void prepare(String... statements) {
        try (OtherProgram program = new OtherProgram(file)) {
            for (String sql : statements) {
                program.run(sql);
            }
        }
    }

    private void assertRefusedEverywhere() throws IOException {
        assertThatThrownBy(() -> Ledger.open(file)).isInstanceOf(StationFault.class);
        assertThat(new Maintenance(file).verify()).isNotEmpty();
        assertThatThrownBy(() -> new Maintenance(file).backup(folder.resolve("backup.db"))).isInstanceOf(StationFault.class);
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere")).resolve("lanyard.db");
        assertThatThrownBy(() -> new Maintenance(elsewhere).restore(file, true, Instant.EPOCH))
                .isInstanceOf(NotPossible.class);
        assertThat(elsewhere.getParent().toFile().list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "CREATE TRIGGER swallow BEFORE INSERT ON check_in BEGIN SELECT RAISE(IGNORE); END",
            "CREATE TRIGGER promote AFTER INSERT ON check_in BEGIN UPDATE staff_member SET role = 'administrator'; END",
            "CREATE TRIGGER hang BEFORE INSERT ON refusal BEGIN SELECT count(*) FROM check_in, check_in, check_in; END",
            "CREATE VIEW pragma_user_version AS SELECT 1", "CREATE TABLE mine (x)", "CREATE INDEX mine ON check_in (note)",
            "CREATE VIRTUAL TABLE mine USING fts5(x)", "ANALYZE", "ALTER TABLE check_in ADD COLUMN mine TEXT",
            "ALTER TABLE station RENAME TO stations", "DROP TRIGGER check_in_stays", "DROP INDEX check_in_attendee",
            "DROP VIEW journal", "PRAGMA user_version = 0", "PRAGMA user_version = -1", "PRAGMA user_version = 1",
            "PRAGMA user_version = 4711", "PRAGMA application_id = 0", "PRAGMA application_id = -1"})
    void aFileThatIsNotAsTheProgramMakesItIsRefused(String sql) throws IOException {
        prepare(sql);
        assertRefusedEverywhere();
    }

    @Test
    void aFileWithoutItsTriggersIsRefused() throws IOException {
        try (OtherProgram program = new OtherProgram(file)) {
            program.column("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
                    .forEach(name -> program.run("DROP TRIGGER " + name));
        }
        assertRefusedEverywhere();
    }

    @Test
    void aFileThatClaimsToBeEmptyIsRefused() throws IOException {
        prepare("PRAGMA application_id = 0", "PRAGMA user_version = 0", "PRAGMA schema_version = 0");
        assertRefusedEverywhere();
    }

    @Test
    void aSchemaChangedByHandIsRefused() throws IOException {
        prepare("PRAGMA writable_schema = ON",
                "UPDATE sqlite_schema SET sql = replace(sql, 'records are never deleted', 'x') WHERE name = 'check_in_stays'");
        assertRefusedEverywhere();
    }

    /** A rule that comes while the station is open is seen before the next record. */
    @Test
    void aTriggerAddedWhileTheStationIsOpenIsAFault() {
        try (Rig rig = Rig.in(folder)) {
            assertThat(rig.checkIn("ADA1")).isInstanceOf(Verdict.ReEntry.class);
            prepare("CREATE TRIGGER promote AFTER INSERT ON check_in BEGIN UPDATE staff_member SET role = 'lead'; END");
            assertThatThrownBy(() -> rig.checkIn("ADA1")).isInstanceOf(StationFault.class);
            assertThatThrownBy(() -> rig.checkIn("ADA1")).isInstanceOf(StationFault.class);
            prepare("DROP TRIGGER promote");
            assertThat(rig.checkIn("ADA1")).isInstanceOf(Verdict.ReEntry.class);
            assertThat(rig.station().ledger().<Long>read(db -> db.number("SELECT count(*) FROM check_in"))).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"what?cache_size=101", "50% off", "file:x", "a#b", "ünïcode 日本", "%3Fmode=memory"})
    void aPathIsNeverTakenForParameters(String name) throws IOException {
        Path odd = Files.createDirectories(folder.resolve(name));
        try (Rig rig = Rig.in(odd)) {
            rig.csv("access_code,name,ticket_type,order_reference", "ADA1,Ada,individual,O1");
            rig.checkIn("ADA1");
            new Maintenance(rig.database()).backup(odd.resolve(name + ".db"));
        }
        assertThat(odd.resolve("lanyard.db")).isRegularFile();
        Path place = odd.resolve("again").resolve("lanyard.db");
        new Maintenance(place).restore(odd.resolve(name + ".db"), false, Instant.EPOCH);
        try (Ledger ledger = Ledger.open(place)) {
            assertThat(ledger.<Long>read(db -> db.number("SELECT count(*) FROM check_in"))).isEqualTo(1);
        }
    }

    /** The file that was looked at is the one that is installed. */
    @Test
    void anotherFileIsNotInspectedThanTheOneThatIsInstalled() throws IOException {
        Path good = folder.resolve("good.db");
        new Maintenance(file).backup(good);
        prepare("CREATE TABLE mine (x)");
        Path bad = folder.resolve("good.db?cache_size=101");
        Files.copy(file, bad, StandardCopyOption.REPLACE_EXISTING);
        Path place = Files.createDirectories(folder.resolve("place")).resolve("lanyard.db");
        assertThatThrownBy(() -> new Maintenance(place).restore(bad, true, Instant.EPOCH)).isInstanceOf(NotPossible.class);
        assertThat(place).doesNotExist();
    }

    /** An older version's backup is brought to this one, looked at again, and only then installed. */
    @Test
    void anOlderBackupIsInstalledAsThisVersion() throws Exception {
        Path old = folder.resolve("old.db");
        try (var connection = Connections.writer(old)) {
            Migrations.upgrade(connection, 1);
        }
        Path place = Files.createDirectories(folder.resolve("place")).resolve("lanyard.db");
        new Maintenance(place).restore(old, false, Instant.EPOCH);
        try (OtherProgram program = new OtherProgram(place); OtherProgram before = new OtherProgram(old)) {
            assertThat(program.number("PRAGMA user_version")).isEqualTo(Migrations.SCRIPTS.size());
            assertThat(before.number("PRAGMA user_version")).isEqualTo(1);
        }
        assertThat(List.of(place.getParent().toFile().list())).containsExactly("lanyard.db");
    }
}
