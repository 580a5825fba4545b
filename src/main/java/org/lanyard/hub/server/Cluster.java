package org.lanyard.hub.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.PrivateFile;
import org.lanyard.scan.StationFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One PostgreSQL server and its data, reached by the loopback only. What it commits is synced, whatever its defaults are.
 *
 * <pre>
 * FOLDER/data      the server's own
 * FOLDER/password  of its administrator, for this machine's user alone
 * FOLDER/lock      held by the process that has started it
 * </pre>
 */
public final class Cluster implements AutoCloseable {

    public static final String ADMINISTRATOR = "lanyard";

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final int PASSWORD_BYTES = 24;
    private static final List<String> OPTIONS = List.of("listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=on",
            "synchronous_commit=on", "full_page_writes=on", "max_connections=200", "shared_buffers=64MB",
            "password_encryption=scram-sha-256", "log_statement=none", "log_min_error_statement=panic", "timezone=UTC");

    private final ServerPrograms programs;
    private final Path folder;
    private final FileChannel lock;
    private final int port;

    private Cluster(ServerPrograms programs, Path folder, FileChannel lock, int port) {
        this.programs = programs;
        this.folder = folder;
        this.lock = lock;
        this.port = port;
    }

    /**
     * Makes the data where there are none, and starts the server; one that a killed process left running is stopped first.
     *
     * @param choose the programs for data of a version, or for new data
     * @throws NotPossible where another process runs this server
     * @throws StationFault where the server does not start
     */
    public static Cluster start(Path folder, Function<Optional<Integer>, ServerPrograms> choose) {
        FileChannel lock = lock(folder);
        try {
            ServerPrograms programs = choose.apply(version(folder));
            Cluster cluster = new Cluster(programs, folder, lock, freePort());
            if (version(folder).isEmpty()) {
                cluster.initialize();
            }
            cluster.stopServer();
            cluster.startServer();
            return cluster;
        } catch (IOException failure) {
            close(lock);
            throw new StationFault(failure, "hub.server.start", String.valueOf(failure.getMessage()));
        } catch (RuntimeException failure) {
            close(lock);
            throw failure;
        }
    }

    private static FileChannel lock(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return channel;
            }
            channel.close();
        } catch (OverlappingFileLockException ours) {
            throw new NotPossible(ours, "hub.server.running");
        } catch (IOException failure) {
            throw new StationFault(failure, "folder.unwritable");
        }
        throw new NotPossible("hub.server.running");
    }

    static boolean running(Path folder) {
        Path lock = folder.resolve("lock");
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException ours) {
            return true;
        } catch (IOException failure) {
            throw new StationFault(failure, "folder.unwritable");
        }
    }

    private static Path data(Path folder) {
        return folder.resolve("data");
    }

    private static Optional<Integer> version(Path folder) throws IOException {
        Path file = data(folder).resolve("PG_VERSION");
        return Files.exists(file) ? Optional.of(Integer.valueOf(Files.readString(file).strip())) : Optional.empty();
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    // Into a folder that gets its name only once it is whole.
    private void initialize() throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        Path password = folder.resolve("password");
        PrivateFile.write(password, out -> out.write(HexFormat.of().formatHex(random).getBytes(StandardCharsets.US_ASCII)));
        Path part = Files.createTempDirectory(folder, "data");
        ServerProcess.Result made = new ServerProcess(folder).runUnprivileged(programs.program("initdb"), "-D",
                part.toString(), "-U", ADMINISTRATOR, "-A", "scram-sha-256", "--pwfile=" + password, "-E", "UTF8",
                "--locale=C", "--data-checksums", "--no-instructions");
        if (made.code() != 0) {
            throw failed("hub.server.start", made);
        }
        Files.move(part, data(folder), StandardCopyOption.ATOMIC_MOVE);
    }

    private void startServer() throws IOException {
        List<String> command = new ArrayList<>(List.of(programs.program("pg_ctl"), "-D", data(folder).toString(), "-w", "-t",
                "60", "-l", folder.resolve("server.log").toString(), "-o", options(), "start"));
        ServerProcess.Result started = new ServerProcess(folder).runUnprivileged(command.toArray(String[]::new));
        if (started.code() != 0) {
            throw failed("hub.server.start", started);
        }
    }

    private String options() {
        StringBuilder options = new StringBuilder("-p " + port);
        OPTIONS.forEach(option -> options.append(" -c ").append(option.endsWith("=") ? option + "''" : option));
        return options.toString();
    }

    private static StationFault failed(String key, ServerProcess.Result result) {
        LOG.error("the server's program ended with {}: {}", result.code(), result.output());
        return new StationFault(key, result.output().lines().filter(line -> !line.isBlank()).reduce((_, last) -> last)
                .orElse(""));
    }

    // Ends every session; nothing that was committed is lost. Does nothing where no server runs.
    private void stopServer() {
        if (Files.exists(data(folder).resolve("postmaster.pid"))) {
            new ServerProcess(folder).runUnprivileged(programs.program("pg_ctl"), "-D", data(folder).toString(), "-w", "-t",
                    "60", "-m", "fast", "stop");
        }
    }

    /** On the loopback. */
    public int port() {
        return port;
    }

    public char[] password() {
        try {
            return Files.readString(folder.resolve("password")).strip().toCharArray();
        } catch (IOException failure) {
            throw new StationFault(failure, "hub.server.start", String.valueOf(failure.getMessage()));
        }
    }

    @Override
    public void close() {
        stopServer();
        close(lock);
    }

    private static void close(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException failure) {
            LOG.warn("the lock of the server's folder", failure);
        }
    }
}
