package org.lanyard.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.scan.StationFault;

/** A file that is no station's is named as what it is, and stays what it was. */
class OpeningTest {

    @TempDir Path folder;

    private Path file() {
        return folder.resolve("lanyard.db");
    }

    private void assertRefused(Path file, String sentence) {
        assertThatThrownBy(() -> Ledger.open(file)).isInstanceOf(StationFault.class).hasMessage(sentence);
    }

    private String change(String sql) throws IOException {
        try (OtherProgram program = new OtherProgram(file())) {
            program.run(sql);
        }
        return Files.readString(file(), ISO_8859_1);
    }

    private void assertUnchanged(String before) throws IOException {
        assertThat(Files.readString(file(), ISO_8859_1).equals(before)).isTrue();
    }

    @Test
    void anotherProgramsFileIsNotTaken() throws IOException {
        String before = change("CREATE TABLE bookmark (url TEXT)");
        assertRefused(file(), "The file lanyard.db belongs to another program; it was left as it is.");
        assertUnchanged(before);
    }

    @Test
    void aNewerVersionsFileIsNotTaken() throws IOException {
        Ledger.open(file()).close();
        String before = change("PRAGMA user_version = 99");
        assertRefused(file(), "The data folder was last used by a newer Lanyard (format 99; this one knows "
                + Migrations.SCRIPTS.size() + "); please install that version.");
        assertUnchanged(before);
    }

    @Test
    void aTextFileIsNotTaken() throws IOException {
        String before = Files.readString(Files.writeString(file(), "These are not the records.\n".repeat(1000)));
        assertRefused(file(), "The file lanyard.db is not a Lanyard database; it was left as it is.");
        assertUnchanged(before);
    }

    @Test
    void aFolderInTheFilesPlaceIsNotTaken() throws IOException {
        Path inner = Files.createDirectories(file().resolve("inner"));
        assertRefused(file(), "The station's database cannot be opened; check the data folder's permissions.");
        assertThat(inner).isDirectory();
    }

    /** A file whose every read fails, as on a dying disk. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aDiskThatCannotBeReadIsSaidToBeOne() throws IOException {
        Files.createSymbolicLink(file(), Path.of("/proc/self/mem"));
        assertRefused(file(), "The disk could not be read or written; nothing was recorded.");
        Files.delete(file());
    }

    @Test
    void aDataFolderThatIsAFileOrLiesInOneIsNotMade() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine"), "my letters");
        assertRefused(mine.resolve("lanyard.db"), "The data folder " + mine + " is a file, not a folder.");
        assertThatThrownBy(() -> Ledger.open(mine.resolve("data").resolve("lanyard.db"))).isInstanceOf(StationFault.class)
                .hasMessageStartingWith("The data folder " + mine.resolve("data"));
        assertThat(mine).hasContent("my letters");
    }

    /** Case 53: no script runs over what the program did not make. */
    @Test
    void aFileWithATableOfSomebodyElsesIsLeftAsItIs() {
        String older = "PRAGMA application_id = " + Connections.APPLICATION_ID;
        try (OtherProgram program = new OtherProgram(file())) {
            program.run(older);
            program.run("CREATE TABLE setting (mine TEXT)");
            assertRefused(file(),
                    "The file lanyard.db was not made by Lanyard alone: the database has a table setting, which is"
                            + " not Lanyard's. Nothing was changed in it. Restore a backup with ‘lanyard restore --force’, or ask"
                            + " whoever looks after this computer.");
            assertThat(program.column("SELECT name FROM sqlite_schema")).containsExactly("setting");
            assertThat(program.number("PRAGMA user_version")).isZero();
            program.run("DROP TABLE setting");
        }
        Ledger.open(file()).close();
        assertThat(new Maintenance(file()).verify()).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDataFolderThatIsGoneIsAFaultOfTheNextReader() throws IOException {
        Path data = folder.resolve("data");
        try (Ledger ledger = Ledger.open(data.resolve("lanyard.db"))) {
            Files.move(data, folder.resolve("elsewhere"));
            assertThatThrownBy(() -> ledger.read(db -> db.number("SELECT 1"))).isInstanceOf(StationFault.class)
                    .hasMessage("The station's database cannot be opened; check the data folder's permissions.");
            Files.move(folder.resolve("elsewhere"), data);
            assertThat(ledger.<Long>read(db -> db.number("SELECT 1"))).isEqualTo(1);
        }
    }
}
