package org.lanyard.dist;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A version for one platform.
 *
 * @param time of every file in a package, an even second: the AOT cache is valid for jars of exactly this time, and zip
 *             files keep two seconds
 */
record Release(Path project, String version, Instant time, Platform platform) {

    Path target() {
        return project.resolve("target");
    }

    Path dist() {
        return target().resolve("dist");
    }

    /** Gone when the packages are made. */
    Path work() {
        return dist().resolve("work");
    }

    Path source(String name) {
        return project.resolve("src/dist").resolve(name);
    }

    Path icon() {
        return project.resolve("src/main/resources/org/lanyard/desk/icon.png");
    }

    /** A package's file, such as {@code lanyard-0.1.0-linux-x64.zip}. */
    Path file(String ending) {
        return dist().resolve("lanyard-%s-%s.%s".formatted(version, platform, ending));
    }
}
