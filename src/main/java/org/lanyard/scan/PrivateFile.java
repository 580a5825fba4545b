package org.lanyard.scan;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Writes files that leave the station: only their owner can read them, no symbolic link is followed, and a file that was
 * there before is replaced only once the new one is whole.
 */
public final class PrivateFile {

    @FunctionalInterface
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private PrivateFile() {}

    /** @throws NotPossible where the file is a link or cannot be written; what was there before is left as it was */
    public static void write(Path file, Content content) {
        if (Files.isSymbolicLink(file) && Files.isRegularFile(file)) {
            throw new NotPossible("file.link", file);
        }
        try {
            if (Files.exists(file) && Files.readAttributes(file, BasicFileAttributes.class).isOther()) {
                writeToDevice(file, content);
            } else {
                replace(file, content);
            }
        } catch (IOException failure) {
            throw new NotPossible(failure, "file.unwritable", file);
        } catch (RuntimeException failure) {
            throw failure.getCause() instanceof IOException
                    ? new NotPossible(failure, "file.unwritable", file) : failure;
        }
    }

    /**
     * Makes the file, or closes an existing one to others, so that a log may append to it.
     *
     * @throws IOException also where it is a symbolic link
     */
    public static void prepareAppending(Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            throw new IOException(file + " is a symbolic link");
        }
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix && Files.exists(file)) {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
        } else if (posix) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        }
    }

    // Such as a pipe or /dev/stdout, which nothing can take the place of.
    private static void writeToDevice(Path file, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.WRITE))) {
            content.write(out);
        }
    }

    private static void replace(Path file, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        // a temporary file is its owner's alone, has a name that nobody can foresee, and is never a link
        Path part = Files.createTempFile(target.getParent(), target.getFileName() + ".", ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                content.write(out);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
