package org.lanyard.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * A {@code .deb} by dpkg-deb and an {@code .rpm} by rpmbuild, each where its tool is installed. Not by jpackage: its packages
 * change the times of the jars, which makes the AOT cache invalid, and put no command on the PATH.
 */
final class LinuxPackages {

    private LinuxPackages() {}

    static void make(Image image, Release release) throws IOException, InterruptedException {
        Path root = release.work().resolve("root");
        lay(image, release, root);
        if (Run.present("dpkg-deb")) {
            debian(release, root);
        }
        if (Run.present("rpmbuild")) {
            rpm(release, root);
        }
    }

    /** The files as they stand in the installed system. */
    private static void lay(Image image, Release release, Path root) throws IOException {
        Tree.copy(image.folder(), root.resolve("usr/lib/lanyard"));
        Files.createDirectories(root.resolve("usr/bin"));
        Files.createSymbolicLink(root.resolve("usr/bin/lanyard"), Path.of("../lib/lanyard/bin/lanyard"));
        put(release.source("linux/lanyard.desktop"), root.resolve("usr/share/applications/lanyard.desktop"));
        put(release.source("linux/lanyard.xml"), root.resolve("usr/share/mime/packages/lanyard.xml"));
        put(release.icon(), root.resolve("usr/share/icons/hicolor/256x256/apps/lanyard.png"));
        put(release.source("linux/copyright"), root.resolve("usr/share/doc/lanyard/copyright"));
        Tree.setTimes(root, release.time());
    }

    private static void put(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private static void debian(Release release, Path root) throws IOException, InterruptedException {
        Path control = Files.createDirectories(root.resolve("DEBIAN")).resolve("control");
        Files.writeString(control, Files.readString(release.source("linux/control"))
                .replace("${version}", release.version()).replace("${size}", Long.toString(Tree.size(root)))
                .replace("${architecture}", release.platform().arm() ? "arm64" : "amd64"));
        Tree.setTimes(root, release.time());
        Run.command("dpkg-deb", "--root-owner-group", "-Zzstd", "--build", root.toString(), release.file("deb").toString());
        Tree.delete(root.resolve("DEBIAN"));
        Tree.setTimes(root, release.time());
    }

    private static void rpm(Release release, Path root) throws IOException, InterruptedException {
        Path top = release.work().resolve("rpm").toAbsolutePath();
        Run.command(List.of("rpmbuild", "-bb", "--quiet", "--target", release.platform().arm() ? "aarch64" : "x86_64",
                "--define", "_topdir " + top, "--define", "tree " + root.toAbsolutePath(),
                "--define", "release_version " + release.version(),
                "--define", "_rpmfilename made.rpm", release.source("linux/lanyard.spec").toString()),
                java.util.Map.of("SOURCE_DATE_EPOCH", Long.toString(release.time().getEpochSecond())));
        Files.move(top.resolve("RPMS/made.rpm"), release.file("rpm"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
