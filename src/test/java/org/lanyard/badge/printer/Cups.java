package org.lanyard.badge.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanyard.LanyardProcess;
import org.lanyard.Soon;

/**
 * A CUPS of its own on loopback, with the queue {@value #QUEUE} to cups-pdf. Jobs are of a user whom the system does not know,
 * so that cups-pdf leaves its files in the folder for such.
 */
final class Cups implements AutoCloseable {

    static final String QUEUE = "Badges";

    private static final Path SERVER = Path.of("/usr/sbin/cupsd");
    private static final Path BACKEND = Path.of("/usr/lib/cups/backend/cups-pdf");
    private static final Path DRIVER = Path.of("/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd");
    private static final Path OUTPUT = Path.of("/var/spool/cups-pdf/ANONYMOUS");

    private final Path folder;
    private final int port;
    private final Set<Path> before;
    private Process server;

    /** @param folder of a test, which is opened to the user that CUPS runs as */
    Cups(Path folder) throws IOException {
        this.folder = folder;
        this.before = files();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        for (String name : List.of("etc", "etc/ppd", "spool", "spool/tmp", "cache", "state", "log")) {
            Files.createDirectories(folder.resolve(name));
        }
        Files.writeString(folder.resolve("cupsd.conf"), """
                Listen 127.0.0.1:%d
                Browsing No
                WebInterface No
                DefaultAuthType None
                DirtyCleanInterval 0
                <Location />
                  Order allow,deny
                  Allow from 127.0.0.1
                </Location>
                <Policy default>
                  <Limit All>
                    Order deny,allow
                  </Limit>
                </Policy>
                """.formatted(port));
        Files.writeString(folder.resolve("cups-files.conf"), """
                ServerRoot %1$s/etc
                RequestRoot %1$s/spool
                TempDir %1$s/spool/tmp
                CacheDir %1$s/cache
                StateDir %1$s/state
                AccessLog %1$s/log/access
                ErrorLog %1$s/log/error
                PageLog %1$s/log/page
                SyncOnClose Yes
                User lp
                Group lp
                SystemGroup root
                """.formatted(folder));
        start();
        says("lpadmin", "-p", QUEUE, "-E", "-v", "cups-pdf:/", "-P", DRIVER.toString());
    }

    /** What is missing on this computer; empty where nothing is. */
    static List<String> missing() {
        List<String> missing = Stream.of(SERVER, BACKEND, DRIVER).filter(Files::notExists).map(Path::toString).toList();
        return missing.isEmpty() && !System.getProperty("user.name").equals("root")
                ? List.of("the rights of root, which cups-pdf runs with") : missing;
    }

    void start() throws IOException {
        server = new ProcessBuilder(SERVER.toString(), "-f", "-c", folder.resolve("cupsd.conf").toString(), "-s",
                folder.resolve("cups-files.conf").toString()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("log/cupsd").toFile()).start();
        Soon.until("cupsd runs", () -> !server.isAlive() || run("lpstat", "-r").out().contains("scheduler is running"));
        assertThat(server.isAlive()).as("cupsd runs").isTrue();
    }

    /** As a power cut does it. */
    void cut() {
        server.destroyForcibly().onExit().join();
    }

    /** Lanyard as a process that prints with this CUPS. */
    LanyardProcess.Outcome lanyard(Path data, String... arguments) {
        return run(LanyardProcess.command(data, arguments).toArray(String[]::new));
    }

    List<String> says(String... command) {
        LanyardProcess.Outcome outcome = run(command);
        assertThat(outcome.exit()).as("%s: %s", List.of(command), outcome.err()).isZero();
        return outcome.out();
    }

    List<String> jobs() {
        return says("lpstat", "-W", "not-completed", "-o").stream().map(line -> line.split(" ")[0]).toList();
    }

    /** The PDFs that came out so far, once no job is left. */
    List<Path> printed() throws IOException {
        Soon.until("no job is left", () -> jobs().isEmpty());
        return files().stream().filter(file -> !before.contains(file)).toList();
    }

    private LanyardProcess.Outcome run(String... command) {
        return LanyardProcess.run(Stream.concat(Stream.of("env", "LC_ALL=C", "CUPS_SERVER=127.0.0.1:" + port,
                "CUPS_USER=nobody-known"), Stream.of(command)).toList(), List.of());
    }

    private static Set<Path> files() throws IOException {
        if (Files.notExists(OUTPUT)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(OUTPUT)) {
            return files.collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Override
    public void close() throws IOException {
        server.destroy();
        server.onExit().join();
        for (Path file : files()) {
            if (!before.contains(file)) {
                Files.delete(file);
            }
        }
    }
}
