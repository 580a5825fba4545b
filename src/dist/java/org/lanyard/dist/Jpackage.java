package org.lanyard.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/** The JDK's packaging tool: image and installer on Windows and macOS. */
final class Jpackage {

    /** Never changes: it tells Windows that a newer version replaces an older one. */
    private static final String UPGRADE_ID = "0f0b8a52-7b0e-4f0c-9a55-2d5f0a7c3e61";

    /**
     * In the user's own folder for local data. Not Lanyard, which is the data folder there: Windows does not tell capital
     * letters from small ones, and removing the program would remove the records.
     */
    private static final String WINDOWS_FOLDER = "Programs\\Lanyard";

    /** Windows has a launcher of its own for the command line. */
    static final String COMMANDS = "lanyard-command";

    private Jpackage() {}

    private static void run(List<String> arguments) throws IOException {
        System.out.println("> jpackage " + String.join(" ", arguments));
        int exit = ToolProvider.findFirst("jpackage").orElseThrow().run(System.out, System.err,
                arguments.toArray(String[]::new));
        if (exit != 0) {
            throw new IOException("jpackage ended with exit code " + exit);
        }
    }

    private static String name(Platform platform) {
        return platform.is(Platform.System.MACOS) ? "Lanyard" : "lanyard";
    }

    static String folder(Platform platform) {
        return platform.is(Platform.System.MACOS) ? "Lanyard.app" : "lanyard";
    }

    static void image(Release release, Path app, Path runtime, List<String> options) throws IOException {
        Platform platform = release.platform();
        List<String> arguments = new ArrayList<>(List.of("--type", "app-image", "--name", name(platform),
                "--dest", release.work().toString(), "--input", app.toString(), "--main-jar", "lanyard.jar",
                "--main-class", "org.lanyard.Main", "--runtime-image", runtime.toString(),
                "--app-version", installable(release), "--vendor", "Lanyard",
                "--description", "The check-in station for conferences", "--icon", Icons.of(release).toString()));
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-Dlanyard.app=$APPDIR", "-Dorg.sqlite.lib.path=$APPDIR"));
        all.forEach(option -> arguments.addAll(List.of("--java-options", option)));
        if (platform.is(Platform.System.WINDOWS)) {
            arguments.addAll(List.of("--add-launcher",
                    COMMANDS + "=" + release.source("windows-commands.properties")));
        }
        run(arguments);
    }

    /** Linux's launcher chooses between the caches by itself. */
    static void addCache(Image image) throws IOException {
        addCache(image.app().resolve(name(image.platform()) + ".cfg"), "window.aot");
        addCache(image.app().resolve(COMMANDS + ".cfg"), "records.aot");
    }

    /** A Mac calls a program damaged that has more in it than its seal knows; nobody vouches for this one. */
    static void sealAgain(Image image) throws IOException, InterruptedException {
        if (image.platform().is(Platform.System.MACOS)) {
            Run.command("codesign", "--force", "--deep", "--sign", "-", image.folder().toString());
        }
    }

    private static void addCache(Path configuration, String cache) throws IOException {
        if (Files.exists(configuration)) {
            Files.writeString(configuration, "java-options=-XX:AOTCache=$APPDIR/" + cache + System.lineSeparator(),
                    StandardOpenOption.APPEND);
        }
    }

    /** Makes an installer of a finished image, on its own system. */
    static void wrap(Image image, Release release, String type) throws IOException {
        String version = installable(release);
        List<String> arguments = new ArrayList<>(List.of("--type", type, "--app-image", image.folder().toString(),
                "--name", "Lanyard", "--app-version", version, "--vendor", "Lanyard",
                "--dest", release.work().toString()));
        if (type.equals("msi")) {
            arguments.addAll(List.of("--win-menu", "--win-shortcut-prompt", "--win-per-user-install",
                    "--install-dir", WINDOWS_FOLDER,
                    "--win-upgrade-uuid", UPGRADE_ID, "--license-file", release.project().resolve("LICENSE").toString(),
                    "--file-associations", release.source("lanyard.properties").toString()));
        }
        run(arguments);
        Files.move(release.work().resolve("Lanyard-" + version + "." + type), release.file(type),
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** Numbers only; macOS takes none that begins with 0, and compares none. Windows does: a newer one must stay greater. */
    private static String installable(Release release) {
        String numbers = release.version().replaceAll("-.*", "");
        return release.platform().is(Platform.System.MACOS) && numbers.startsWith("0.") ? "1." + numbers.substring(2) : numbers;
    }
}
