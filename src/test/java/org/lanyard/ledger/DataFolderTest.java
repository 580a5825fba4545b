package org.lanyard.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.scan.StationFault;

/** Data folders on other file systems than a disk's: those of a ZIP file, which may know no permissions, or no writing. */
class DataFolderTest {

    @TempDir Path folder;

    private FileSystem zip(Map<String, ?> how) throws IOException {
        return FileSystems.newFileSystem(folder.resolve("disk.zip"), how);
    }

    private void zipWithAFile(Map<String, ?> how) throws IOException {
        try (FileSystem made = zip(how)) {
            Files.writeString(Files.createDirectory(made.getPath("/data")).resolve("lanyard.db"), "records");
        }
    }

    @Test
    void whereNoPermissionsAreKnownTheFolderAndTheFileAreUsedAllTheSame() throws IOException {
        try (FileSystem disk = zip(Map.of("create", "true"))) {
            Path data = disk.getPath("/venue/data");
            DataFolder.prepareFor(data.resolve("lanyard.db"));
            DataFolder.prepareFile(data.resolve("lanyard.db"));
            assertThat(Files.size(data.resolve("lanyard.db"))).isZero();
        }
    }

    @Test
    void aFileOnAMediumThatCannotBeWrittenIsRefusedAndStays() throws IOException {
        zipWithAFile(Map.of("create", "true"));
        try (FileSystem disk = zip(Map.of("accessMode", "readOnly"))) {
            assertReadOnly(disk.getPath("/data", "lanyard.db"));
        }
    }

    @Test
    void permissionsOnAMediumThatCannotBeWrittenAreNotTouched() throws IOException {
        zipWithAFile(Map.of("create", "true", "enablePosixFileAttributes", true));
        try (FileSystem disk = zip(Map.of("accessMode", "readOnly", "enablePosixFileAttributes", true))) {
            Path file = disk.getPath("/data", "lanyard.db");
            Set<PosixFilePermission> before = Files.getPosixFilePermissions(file);
            assertReadOnly(file);
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(before).hasSizeGreaterThan(2);
        }
    }

    private static void assertReadOnly(Path file) throws IOException {
        assertThatThrownBy(() -> DataFolder.prepareFile(file)).isInstanceOf(StationFault.class)
                .hasMessage("The file " + file + " is read-only; a station must be able to write to it.");
        assertThat(Files.readString(file)).isEqualTo("records");
    }

    /** The kernel's own, where not even root makes a file. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatCannotBeWrittenIsRefused() {
        assertThatThrownBy(() -> DataFolder.prepareFor(Path.of("/proc/sys").resolve("lanyard.db")))
                .isInstanceOf(StationFault.class)
                .hasMessage("The data folder /proc/sys cannot be written to; check its permissions.");
    }

    @Test
    void aFileInAFolderThatIsNotThereCannotBeMade() {
        Path file = folder.resolve("no").resolve("lanyard.db");
        assertThatThrownBy(() -> DataFolder.prepareFile(file)).isInstanceOf(StationFault.class)
                .hasMessage("The file " + file + " cannot be made or used; check its permissions.");
        assertThat(file.getParent()).doesNotExist();
    }

    /** A folder that somebody else keeps things in stays open to those whom it was open to. */
    @Test
    void aFolderThatHoldsMoreThanOursIsNotClosedToOthers() throws IOException {
        try (FileSystem disk = zip(Map.of("create", "true", "enablePosixFileAttributes", true))) {
            Path shared = Files.createDirectory(disk.getPath("/shared"));
            Set<PosixFilePermission> everybody = Set.of(PosixFilePermission.values());
            Files.setPosixFilePermissions(shared, everybody);
            Files.writeString(shared.resolve("letters.txt"), "mine");
            DataFolder.prepareFor(shared.resolve("lanyard.db"));
            assertThat(Files.getPosixFilePermissions(shared)).isEqualTo(everybody);
            Files.delete(shared.resolve("letters.txt"));
            DataFolder.prepareFor(shared.resolve("lanyard.db"));
            assertThat(Files.getPosixFilePermissions(shared)).isEqualTo(Set.of(PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));
        }
    }
}
