package org.lanyard.dist;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** A Java of the modules that the program needs, linked by the JDK that builds it. */
final class Runtime {

    /** The program's own modules, and those that libraries look for while they run. */
    private static final String MODULES = "java.base,java.management,java.naming,java.net.http,java.sql,jdk.charsets,"
            + "jdk.crypto.ec,jdk.httpserver,jdk.localedata,jdk.net,jdk.security.auth,jdk.unsupported,jdk.zipfs,"
            + "javafx.controls,javafx.fxml,javafx.swing";

    private Runtime() {}

    static Path link(Release release, String javaFx) throws IOException {
        Path runtime = release.work().resolve("runtime");
        List<Path> modules = Stream.of(javaFx.split(File.pathSeparator)).map(Path::of).filter(Runtime::hasModule).toList();
        String path = String.join(File.pathSeparator, modules.stream().map(Path::toString).toList());
        int exit = ToolProvider.findFirst("jlink").orElseThrow().run(System.out, System.err, "--module-path", path,
                "--add-modules", MODULES, "--strip-debug", "--no-header-files", "--no-man-pages", "--compress=zip-6",
                "--include-locales=en,de,fr,es,ja", "--output", runtime.toString());
        if (exit != 0) {
            throw new IOException("jlink ended with exit code " + exit);
        }
        for (Path module : modules) {
            Image.extractLibraries(module, "", runtime.resolve(release.platform().is(Platform.System.WINDOWS) ? "bin" : "lib"));
        }
        keepOnlyJava(runtime.resolve("bin"));
        return runtime;
    }

    /** Each JavaFX artifact is empty, and brings the one of a platform. */
    private static boolean hasModule(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.getEntry("module-info.class") != null;
        } catch (IOException unreadable) {
            throw new IllegalStateException(jar.toString(), unreadable);
        }
    }

    private static void keepOnlyJava(Path commands) throws IOException {
        try (Stream<Path> all = Files.list(commands)) {
            for (Path command : all.filter(each -> each.getFileName().toString()
                    .matches("(jrunscript|keytool|rmiregistry|jwebserver|javaw)(\\.exe)?")).toList()) {
                Files.delete(command);
            }
        }
    }
}
