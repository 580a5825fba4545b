package org.lanyard.hub.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.lanyard.hub.postgres.HubAddress;
import org.lanyard.hub.postgres.HubLogin;
import org.lanyard.hub.postgres.HubTables;

/**
 * A real PostgreSQL server, started once in a JVM and stopped with it. A hub of a test's own is a database in it.
 *
 * <p>The server that comes with Lanyard, or the system's with {@code -Dlanyard.test.server=system}.
 */
public final class TestServer {

    private static final String TEMPLATE = "hub_template";
    private static final AtomicInteger HUBS = new AtomicInteger();

    private static Optional<Cluster> running = Optional.empty();

    private TestServer() {}

    /** Unpacked once on this machine. */
    public static ServerPrograms programs() {
        Path unpacked = Path.of(System.getProperty("java.io.tmpdir"), "lanyard-test-postgres");
        boolean system = "system".equals(System.getProperty("lanyard.test.server"));
        return (system ? Optional.<ServerPrograms>empty() : ServerPrograms.bundled(unpacked)).or(ServerPrograms::system)
                .orElseThrow();
    }

    /** A hub with tables and nothing in them, for the role that may do everything. */
    public static HubLogin freshHub() {
        String name = "hub" + HUBS.incrementAndGet();
        execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        return login(name);
    }

    /** A copy of a hub as it is now, as a backup would bring it back; whoever is connected is cut off. */
    public static HubLogin copyOf(HubLogin hub) {
        String name = "copy" + HUBS.incrementAndGet();
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + hub.address().database() + "'");
        execute("CREATE DATABASE " + name + " TEMPLATE " + hub.address().database());
        return login(name);
    }

    /** A database of somebody's server, with nothing in it. */
    public static HubLogin emptyDatabase() {
        String name = "empty" + HUBS.incrementAndGet();
        execute("CREATE DATABASE " + name);
        return login(name);
    }

    public static synchronized Cluster server() {
        if (running.isEmpty()) {
            Cluster started = Cluster.start(folder(), _ -> programs());
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            running = Optional.of(started);
            execute("CREATE DATABASE " + TEMPLATE);
            HubTables.make(login(TEMPLATE), UUID.randomUUID());
        }
        return running.get();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("lanyard-hub");
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static HubLogin login(String database) {
        Cluster server = server();
        return new HubLogin(new HubAddress(Cluster.ADMINISTRATOR, "127.0.0.1", server.port(), database), Optional.empty(),
                new String(server.password()));
    }

    private static void execute(String sql) {
        Cluster server = server();
        try (Connection connection =
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres",
                        Cluster.ADMINISTRATOR, new String(server.password()));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The hub of the station with this data folder. */
    public static HubServer hubOf(Path dataFolder) {
        return HubServer.start(HubFolder.in(dataFolder), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                _ -> programs());
    }

    /** A code of that hub. */
    public static String invitation(Path dataFolder) {
        return HubFolder.in(dataFolder).invite().text();
    }

    /** A hub as "this laptop is the hub" starts it, at a free port of the loopback. */
    public static HubServer hub(Path folder) {
        return hub(folder, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    public static HubServer hub(Path folder, InetSocketAddress listen) {
        return HubServer.start(new HubFolder(folder), listen, _ -> programs());
    }

    /** Whoever may do everything in the hub of this data folder. */
    public static HubLogin administrator(Path dataFolder) {
        return HubFolder.in(dataFolder).administrator();
    }
}
