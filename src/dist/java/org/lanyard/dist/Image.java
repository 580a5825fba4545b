package org.lanyard.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The program with its own Java: a launcher, our jars as they are, and a linked runtime of JDK and JavaFX modules.
 *
 * @param folder the image itself
 */
record Image(Path folder, Platform platform) {

    private static final String THIRD_PARTY = "THIRD-PARTY.txt";
    private static final String PARTS = "lanyard.cdx.json";

    static Image make(Release release, String javaFx) throws IOException {
        Platform platform = release.platform();
        Path runtime = Runtime.link(release, javaFx);
        Path app = layApp(release);
        Image image;
        if (platform.is(Platform.System.LINUX)) {
            image = new Image(release.work().resolve("lanyard"), platform);
            Tree.copy(app, image.app());
            Tree.copy(runtime, image.folder().resolve("lib/runtime"));
            image.addLauncher(release.source("linux/lanyard"));
        } else {
            Jpackage.image(release, app, runtime, Files.readAllLines(release.source("java-options")));
            image = new Image(release.work().resolve(Jpackage.folder(platform)), platform);
        }
        Tree.setTimes(image.folder(), release.time());
        return image;
    }

    /** Our jar with its libraries as the jar's manifest names them, SQLite's native library, options, notices, the manual. */
    private static Path layApp(Release release) throws IOException {
        Path app = Files.createDirectories(release.work().resolve("app"));
        Path lib = Files.createDirectories(app.resolve("lib"));
        Files.copy(release.target().resolve("lanyard.jar"), app.resolve("lanyard.jar"));
        try (Stream<Path> jars = Files.list(release.target().resolve("lib"))) {
            for (Path jar : jars.filter(each -> !each.getFileName().toString().startsWith("javafx-")).sorted().toList()) {
                if (jar.getFileName().toString().startsWith("picocli-")) {
                    OldClasses.copy(jar, lib.resolve(jar.getFileName()));
                } else {
                    Files.copy(jar, lib.resolve(jar.getFileName()));
                }
                if (jar.getFileName().toString().startsWith("sqlite-jdbc-")) {
                    extractLibraries(jar, "org/sqlite/native/" + sqliteFolder(release.platform()) + "/", app);
                }
            }
        }
        Files.copy(release.source("java-options"), app.resolve("java-options"));
        Files.copy(release.project().resolve("LICENSE"), app.resolve("LICENSE"));
        for (String notice : List.of(THIRD_PARTY, PARTS)) {
            if (Files.exists(release.dist().resolve(notice))) {
                Files.copy(release.dist().resolve(notice), app.resolve(notice));
            } else {
                System.err.println(notice + " could not be made, and is in no package: Maven has to be online for it.");
            }
        }
        return app;
    }

    private static String sqliteFolder(Platform platform) {
        String system = switch (platform.system()) {
            case LINUX -> "Linux";
            case WINDOWS -> "Windows";
            case MACOS -> "Mac";
        };
        return system + (platform.arm() ? "/aarch64" : "/x86_64");
    }

    /** Native libraries that stand in this folder of a jar. */
    static void extractLibraries(Path jar, String folder, Path to) throws IOException {
        Pattern library = Pattern.compile(Pattern.quote(folder) + "[^/]+\\.(so|dll|dylib)");
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(each -> library.matcher(each.getName()).matches()).toList()) {
                Files.copy(zip.getInputStream(entry), to.resolve(entry.getName().substring(folder.length())),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void addLauncher(Path script) throws IOException {
        Files.createDirectories(launcher().getParent());
        Files.copy(script, launcher());
        Files.setPosixFilePermissions(launcher(), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    Path app() {
        return switch (platform.system()) {
            case LINUX -> folder.resolve("lib/app");
            case WINDOWS -> folder.resolve("app");
            case MACOS -> folder.resolve("Contents/app");
        };
    }

    Path launcher() {
        return switch (platform.system()) {
            case LINUX -> folder.resolve("bin/lanyard");
            case WINDOWS -> folder.resolve(Jpackage.COMMANDS + ".exe");
            case MACOS -> folder.resolve("Contents/MacOS/Lanyard");
        };
    }

    /** Runs the image's own launcher with options for its virtual machine. */
    void run(List<String> wrapper, String options, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(wrapper);
        command.add(launcher().toString());
        command.addAll(List.of(arguments));
        Run.command(command, Map.of("JAVA_TOOL_OPTIONS", options));
    }
}
