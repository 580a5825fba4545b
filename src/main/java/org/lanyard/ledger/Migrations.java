package org.lanyard.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.lanyard.scan.StationFault;

/** Brings a database file of any older version to this one's, by numbered scripts. */
final class Migrations {

    /** In order; the file's {@code user_version} says how many of them it has had. */
    static final List<String> SCRIPTS = List.of("001-station.sql", "002-delivery.sql", "003-person-details.sql",
            "004-changed-in.sql", "005-deliveries.sql");

    private Migrations() {}

    /** @throws StationFault when the file is not ours, or from a newer version */
    static void bring(Connection connection) throws SQLException {
        check(connection);
        Connections.logAhead(connection);
        if (Connections.pragma(connection, "user_version") < SCRIPTS.size()) {
            Connections.execute(connection, "BEGIN IMMEDIATE");
            try {
                upgrade(connection, SCRIPTS.size());
                Connections.execute(connection, "COMMIT");
            } catch (SQLException failure) {
                Connections.execute(connection, "ROLLBACK");
                throw failure;
            }
        }
    }

    /** Runs the scripts that the file has not had, up to a version; the caller holds a transaction. */
    static void upgrade(Connection connection, int version) throws SQLException {
        for (int i = Connections.pragma(connection, "user_version"); i < version; i++) {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(script(SCRIPTS.get(i)));
            }
            Connections.execute(connection, "PRAGMA user_version = " + (i + 1));
        }
        Connections.execute(connection, "PRAGMA application_id = " + Connections.APPLICATION_ID);
    }

    private static String name(Connection connection) throws SQLException {
        return connection.getMetaData().getURL().replaceAll("^.*[:/\\\\]", "");
    }

    /** @throws StationFault when the file is not ours, or from a newer version */
    static void check(Connection connection) throws SQLException {
        Connections.execute(connection, "BEGIN");   // one snapshot: another station may be making the file right now
        int version = Connections.pragma(connection, "user_version");
        int application = Connections.pragma(connection, "application_id");
        boolean empty = Connections.pragma(connection, "schema_version") == 0;
        Connections.execute(connection, "COMMIT");
        if (application != Connections.APPLICATION_ID && !empty) {
            throw new StationFault("database.foreign", name(connection));
        }
        if (version > SCRIPTS.size()) {
            throw new StationFault("database.newer", version, SCRIPTS.size());
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
