package org.lanyard.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Makes the packages of the system that it runs on, in {@code target/dist}. Started by {@code mvn -Pdist package}, after the
 * jar, its libraries, the SBOM and the third-party notices.
 */
public final class Package {

    private Package() {}

    /** @param arguments the project's folder, its version, the time of all files, JavaFX's module path */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            make(arguments);
        } catch (IOException failure) {
            System.err.println("The packages could not be made: " + failure);
            System.exit(1);
        }
    }

    private static void make(String... arguments) throws IOException, InterruptedException {
        Path project = Path.of(arguments[0]);
        Release release = new Release(project, arguments[1], Instant.parse(arguments[2]), Platform.current());
        Tree.delete(release.work());
        Files.createDirectories(release.dist());

        Image image = Image.make(release, arguments[3]);
        new Training(image, release).run();
        Zip.of(image.folder(), release.file("zip"));
        switch (release.platform().system()) {
            case LINUX -> LinuxPackages.make(image, release);
            case WINDOWS -> Jpackage.wrap(image, release, "msi");
            case MACOS -> Jpackage.wrap(image, release, "dmg");
        }
        Tree.delete(release.work());
        Checksums.write(release.dist());
    }
}
