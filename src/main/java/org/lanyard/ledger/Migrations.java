package org.lanyard.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.lanyard.scan.StationFault;

/** Brings a database file of any older version to this one's, by numbered scripts. */
final class Migrations {

    /** In order; the file's {@code user_version} says how many of them it has had. */
    static final List<String> SCRIPTS = List.of("001-station.sql", "002-delivery.sql", "003-person-details.sql",
            "004-changed-in.sql", "005-deliveries.sql", "006-codes.sql", "007-days-and-exits.sql", "008-carried.sql",
            "009-hub.sql", "010-badge-jobs.sql", "011-correction-entries.sql", "012-badge-failures.sql",
            "013-venue-deliveries.sql", "014-venue-order.sql", "015-merged-presence.sql", "017-moved-purchases.sql",
            "018-less-a-scan.sql", "019-venue-mirror.sql", "020-corrections-by-order.sql",
            "021-venue-pages.sql", "022-index-of-rooms.sql", "023-shared-settings.sql");

    private Migrations() {}

    /** @throws StationFault when the file is not ours, altered, or from a newer version */
    static void bring(Connection connection, Path file) throws SQLException {
        check(connection, file);
        Connections.logAhead(connection);
        if (Connections.pragma(connection, "user_version") < SCRIPTS.size()) {
            Connections.execute(connection, "BEGIN IMMEDIATE");
            try {
                makeOrUpgrade(connection);
                Schema.check(connection);
                Connections.execute(connection, "COMMIT");
            } catch (SQLException | StationFault failure) {
                Connections.execute(connection, "ROLLBACK");
                throw failure;
            }
        }
    }

    private static void makeOrUpgrade(Connection connection) throws SQLException {
        if (Schema.isEmpty(connection)) {
            Schema.make(connection);
            mark(connection, SCRIPTS.size());
        } else {
            upgrade(connection, SCRIPTS.size());
        }
    }

    /** Runs the scripts that the file has not had, up to a version; the caller holds a transaction. */
    static void upgrade(Connection connection, int version) throws SQLException {
        for (int i = Connections.pragma(connection, "user_version"); i < version; i++) {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(script(SCRIPTS.get(i)));
            }
        }
        mark(connection, version);
    }

    private static void mark(Connection connection, int version) throws SQLException {
        Connections.execute(connection, "PRAGMA user_version = " + version,
                "PRAGMA application_id = " + Connections.APPLICATION_ID);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** @throws StationFault when the file is not ours, altered, or from a newer version; an empty one passes */
    static void check(Connection connection, Path file) throws SQLException {
        List<String> differences = differences(connection, file);
        if (!differences.isEmpty()) {
            throw new StationFault("database.altered", name(file), differences.getFirst());
        }
    }

    /**
     * Compares the file with what the migrations of its version make, before anything in it may run.
     *
     * @return plain sentences without a full stop; empty where they are the same, and for an empty file
     * @throws StationFault when the file is not ours, or from a newer version
     */
    static List<String> differences(Connection connection, Path file) throws SQLException {
        Connections.execute(connection, "BEGIN");   // one snapshot: another station may be making the file right now
        try {
            int version = Connections.pragma(connection, "user_version");
            boolean ours = Connections.pragma(connection, "application_id") == Connections.APPLICATION_ID;
            if (!ours && (version != 0 || !Schema.isEmpty(connection))) {
                throw new StationFault("database.foreign", name(file));
            }
            if (version > SCRIPTS.size()) {
                throw new StationFault("database.newer", version, SCRIPTS.size());
            }
            return Schema.differences(connection, version);
        } finally {
            Connections.execute(connection, "COMMIT");
        }
    }

    private static String script(String name) {
        try (InputStream script = Migrations.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new IllegalStateException("the program lacks its own " + name, failure);
        }
    }
}
