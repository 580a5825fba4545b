package org.lanyard.ledger;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.lanyard.scan.StationFault;

final class DataFolder {

    private DataFolder() {}

    /** The folder of a file, made where it is missing and closed to others unless something else lives in it too. */
    static void prepareFor(Path file) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        try {
            Files.createDirectories(folder);
            if (ours(folder)) {
                close(folder, "rwx------");
            }
        } catch (FileAlreadyExistsException occupied) {
            throw new StationFault(occupied, "folder.a-file", folder);
        } catch (IOException failure) {
            throw new StationFault(failure, "folder.unusable", folder);
        }
        if (!Files.isWritable(folder)) {
            throw new StationFault("folder.read-only", folder);
        }
    }

    private static boolean ours(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.allMatch(file -> file.getFileName().toString().startsWith("lanyard"));
        }
    }

    static void prepareFile(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
            close(file, "rw-------");
        } catch (FileAlreadyExistsException made) {
            // another process was faster: it is there, which is all that was wanted
        } catch (IOException failure) {
            throw new StationFault(failure, "folder.file-unusable", file);
        }
        if (!Files.isReadable(file) || !Files.isWritable(file)) {
            throw new StationFault("folder.file-read-only", file);
        }
    }

    private static void close(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            var wanted = PosixFilePermissions.fromString(permissions);
            if (!Files.getPosixFilePermissions(path).equals(wanted) && Files.isWritable(path)) {
                Files.setPosixFilePermissions(path, wanted);
            }
            return;
        }
        AclFileAttributeView acl = Files.getFileAttributeView(path, AclFileAttributeView.class,
                LinkOption.NOFOLLOW_LINKS);
        if (acl != null) {
            acl.setAcl(List.of(AclEntry.newBuilder().setType(AclEntryType.ALLOW).setPrincipal(acl.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class)).build()));
        }
    }
}
