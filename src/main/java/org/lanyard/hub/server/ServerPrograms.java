package org.lanyard.hub.server;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lanyard.scan.StationFault;

/**
 * The programs of a PostgreSQL server: {@code initdb}, {@code pg_ctl}, {@code postgres}.
 *
 * @param folder of the programs
 * @param major  version, such as 18; a server opens only data of its own
 */
public record ServerPrograms(Path folder, int major) {

    /** The oldest version that the hub's statements run on. */
    public static final int OLDEST = 15;

    private static final int BUNDLED = 18;
    private static final Pattern VERSION = Pattern.compile("PostgreSQL\\) (\\d+)");
    private static final boolean WINDOWS = File.separatorChar == '\\';
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    String program(String name) {
        return folder.resolve(WINDOWS ? name + ".exe" : name).toString();
    }

    /** Unpacks those that come with Lanyard, once; empty where it was built without a server for this platform. */
    public static Optional<ServerPrograms> bundled(Path unpacked) {
        try (InputStream archive = ServerPrograms.class.getResourceAsStream("/" + archive())) {
            if (archive == null) {
                return Optional.empty();
            }
            if (!Files.exists(unpacked)) {
                unpack(archive, unpacked);
            }
            return Optional.of(new ServerPrograms(unpacked.resolve("bin"), BUNDLED));
        } catch (IOException failure) {
            throw new StationFault(failure, "hub.server.unpack");
        }
    }

    private static void unpack(InputStream archive, Path unpacked) throws IOException {
        Path part = Files.createTempDirectory(unpacked.toAbsolutePath().getParent(), "unpacking");
        TarArchive.unpack(archive, part);
        try {
            Files.move(part, unpacked, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException failure) {
            if (!Files.exists(unpacked)) {
                throw failure;
            }
            delete(part);   // another process was quicker
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.toList().reversed()) {
                Files.delete(each);
            }
        }
    }

    private static String archive() {
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String name = Stream.of("windows", "linux").filter(system::startsWith).findFirst().orElse("darwin");
        return "postgres-" + name + (arm ? "-arm_64" : "-x86_64") + ".txz";
    }

    public static Optional<ServerPrograms> system() {
        return Stream.concat(onPath(), ofDebian()).filter(folder -> Files.isExecutable(folder.resolve("pg_ctl"))
                && Files.isExecutable(folder.resolve("initdb")))
                .flatMap(folder -> version(folder).map(major -> new ServerPrograms(folder, major)).stream())
                .filter(found -> found.major >= OLDEST).max(Comparator.comparingInt(ServerPrograms::major));
    }

    private static Stream<Path> onPath() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(entry -> !entry.isBlank())
                .map(entry -> Path.of(entry, "postgres")).filter(Files::isExecutable).flatMap(program -> {
                    try {
                        return Stream.of(program.toRealPath().getParent());
                    } catch (IOException gone) {
                        return Stream.empty();
                    }
                });
    }

    private static Stream<Path> ofDebian() {
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin")).toList().stream();
        } catch (IOException none) {
            return Stream.empty();
        }
    }

    private static Optional<Integer> version(Path folder) {
        Matcher version = VERSION.matcher(new ServerProcess(folder).run(folder.resolve("postgres").toString(), "--version"));
        return version.find() ? Optional.of(Integer.valueOf(version.group(1))) : Optional.empty();
    }
}
