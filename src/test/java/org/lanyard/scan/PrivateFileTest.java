package org.lanyard.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files that leave the station are their owner's alone. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "POSIX permissions and links")
class PrivateFileTest {

    @TempDir Path folder;

    private static void write(Path file, String text) {
        PrivateFile.write(file, out -> out.write(text.getBytes(UTF_8)));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void onlyTheOwnerCanReadIt() throws IOException {
        write(folder.resolve("new.csv"), "secret");
        assertThat(permissions(folder.resolve("new.csv"))).isEqualTo("rw-------");
    }

    @Test
    void aFileThatOthersCouldReadIsClosedToThem() throws IOException {
        Path file = Files.writeString(folder.resolve("old.csv"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        write(file, "new");
        assertThat(file).hasContent("new");
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void aLinkIsRefusedAndWhatItPointsToStays() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious"), "keep me");
        Path link = Files.createSymbolicLink(folder.resolve("export.csv"), precious);
        assertThatThrownBy(() -> write(link, "new")).isInstanceOf(NotPossible.class).hasMessageContaining("is a link");
        assertThat(precious).hasContent("keep me");
        assertThat(link).isSymbolicLink();
    }

    @Test
    void aLinkToNothingIsReplacedAndNotFollowed() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("export.csv"), folder.resolve("elsewhere"));
        write(link, "new");
        assertThat(link).isRegularFile().hasContent("new");
        assertThat(Files.isSymbolicLink(link)).isFalse();
        assertThat(folder.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void aFailureLeavesTheFormerFileAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("old.csv"), "old");
        assertThatThrownBy(() -> PrivateFile.write(file, out -> {
            out.write(1);
            throw new IOException("disk full");
        })).isInstanceOf(NotPossible.class);
        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void aFolderAndADeviceAreTakenAsWhatTheyAre() throws IOException {
        assertThatThrownBy(() -> write(Files.createDirectory(folder.resolve("sub")), "x")).isInstanceOf(NotPossible.class);
        assertThat(folder.resolve("sub")).isDirectory();
        write(Path.of("/dev/null"), "x");
        assertThat(Path.of("/dev/null")).exists().isNotEqualTo(folder);
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }
}
