package org.lanyard.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.JDBC;

/** By the driver itself: the DriverManager would look for drivers in every library of the program, at each start. */
final class Connections {

    // Stands in the file's header: it is a Lanyard database ("LNYD").
    static final int APPLICATION_ID = 0x4C4E5944;

    // A second process may hold the file this long before this one gives up.
    private static final int BUSY_MILLIS = 10_000;
    private static final long BUSY_PAUSE_NANOS = 5_000_000;

    private Connections() {}

    /** A connection that may write; durable commits, the constraints in force. */
    static Connection writer(Path file) throws SQLException {
        Connection connection = open(file);
        execute(connection, "PRAGMA foreign_keys = ON", "PRAGMA recursive_triggers = ON", "PRAGMA synchronous = FULL",
                "PRAGMA cache_size = -32768");   // savepoints of many changes are slow where temp_store is MEMORY
        return connection;
    }

    static Connection reader(Path file) throws SQLException {
        Connection connection = open(file);
        execute(connection, "PRAGMA query_only = ON", "PRAGMA temp_store = MEMORY", "PRAGMA cache_size = -16384");
        return connection;
    }

    static Connection inMemory() throws SQLException {
        return JDBC.createConnection("jdbc:sqlite::memory:", new Properties());
    }

    // Untrusted until Schema#check: nothing in the file may call what has side effects.
    static Connection open(Path file) throws SQLException {
        Properties properties = new Properties();
        // else the driver prepares a statement after each insert to ask for its row id, which nobody wants to know
        properties.setProperty("jdbc.get_generated_keys", "false");
        Connection connection = JDBC.createConnection("jdbc:sqlite:" + uri(file), properties);
        execute(connection, "PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON",
                "PRAGMA busy_timeout = " + BUSY_MILLIS);
        return connection;
    }

    // A path is never taken for parameters: a question mark in it stands for itself.
    private static String uri(Path file) {
        return file.toAbsolutePath().normalize().toUri().toString();
    }

    // Hands the transactions to us. The driver would else begin one of its own after each commit, and probe for one after
    // each statement.
    static Db manual(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        execute(connection, "COMMIT");
        return new Db(connection);
    }

    // Takes up SQLite's write-ahead log; a new file, and one that came out of a backup, has none. It needs the file for
    // itself for an instant, and does not wait for others who open it in the same one: so we do.
    static void logAhead(Connection connection) throws SQLException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(BUSY_MILLIS);
        while (true) {
            try {
                execute(connection, "PRAGMA journal_mode = WAL");
                return;
            } catch (SQLException failure) {
                if (!Faults.isBusy(failure) || System.nanoTime() - end > 0) {
                    throw failure;
                }
                LockSupport.parkNanos(BUSY_PAUSE_NANOS);
            }
        }
    }

    static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    static int pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA " + name)) {
            row.next();
            return row.getInt(1);
        }
    }
}
