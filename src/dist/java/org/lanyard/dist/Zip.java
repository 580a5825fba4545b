package org.lanyard.dist;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Map;
import java.util.stream.Stream;

/** A zip file that keeps which files can be run, and times independent of the time zone. */
final class Zip {

    private Zip() {}

    static void of(Path folder, Path zip) throws IOException {
        Files.deleteIfExists(zip);
        URI uri = URI.create("jar:" + zip.toUri());
        try (FileSystem inside = FileSystems.newFileSystem(uri, Map.of("create", "true", "enablePosixFileAttributes", true));
                Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted().toList()) {
                add(each, inside.getPath(folder.getParent().relativize(each).toString().replace('\\', '/')));
            }
        }
    }

    private static void add(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) {
            Files.createDirectories(to);
        } else {
            Files.copy(from, to);
        }
        PosixFileAttributeView permissions = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (permissions != null) {
            Files.setPosixFilePermissions(to, permissions.readAttributes().permissions());
        }
        FileTime time = Files.getLastModifiedTime(from);
        Files.getFileAttributeView(to, BasicFileAttributeView.class).setTimes(time, time, time);
    }
}
