package org.lanyard.hub.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.UUID;
import org.lanyard.scan.NotPossible;

/** Makes the hub's tables and functions in a database, and looks whether those that are there are of this version. */
public final class HubTables {

    /** Of the tables and the functions; a greater one in a database is a newer Lanyard's. */
    public static final int FORMAT = 2;

    private static final String DUPLICATE_SCHEMA = "42P06";
    private static final int PATIENCE_SECONDS = 10;

    private HubTables() {}

    /**
     * Makes them, in one transaction; brings those of an older version to this one, and leaves those of this version.
     *
     * @param  incarnation of a new hub
     * @throws NotPossible where the server refuses, or has those of another version
     */
    public static void make(HubLogin login, UUID incarnation) {
        try (Connection connection = login.connect(PATIENCE_SECONDS)) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE SCHEMA " + HubLogin.SCHEMA);
                statement.execute(script("tables.sql"));
                statement.execute(script("functions.sql"));
                statement.execute("SELECT begin_hub(" + FORMAT + ", '" + incarnation + "')");
                if (mayMakeRoles(statement)) {
                    statement.execute(script("roles.sql"));
                }
            }
            connection.commit();
        } catch (SQLException refused) {
            if (!DUPLICATE_SCHEMA.equals(refused.getSQLState())) {
                throw refusal(refused);
            }
            upgrade(login);
            check(login);
        }
    }

    private static NotPossible refusal(SQLException refused) {
        return new NotPossible(refused, "hub.init", Trouble.of(refused), String.valueOf(refused.getMessage()));
    }

    private static void upgrade(HubLogin login) {
        try (Connection connection = login.connect(PATIENCE_SECONDS)) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                if (isOlder(statement)) {
                    statement.execute(script("upgrade.sql"));
                    statement.execute(script("functions.sql"));
                    statement.execute(script("upgrade-roles.sql"));
                    statement.execute("UPDATE hub SET format = " + FORMAT);
                }
            }
            connection.commit();
        } catch (SQLException refused) {
            throw refusal(refused);
        }
    }

    private static boolean isOlder(Statement statement) throws SQLException {
        try (ResultSet format = statement.executeQuery("SELECT format FROM hub")) {
            return format.next() && format.getInt(1) < FORMAT;
        }
    }

    public static void check(HubLogin login) {
        try (Connection connection = login.connect(PATIENCE_SECONDS)) {
            check(connection);
        } catch (SQLException refused) {
            throw new NotPossible(Trouble.of(refused));
        }
    }

    static void check(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet format = statement.executeQuery("SELECT lanyard.format()")) {
            if (!format.next()) {
                throw new NotPossible("hub.no-tables");
            }
            if (format.getInt(1) != FORMAT) {
                throw new NotPossible(format.getInt(1) > FORMAT ? "hub.newer" : "hub.older");
            }
        }
    }

    private static boolean mayMakeRoles(Statement statement) throws SQLException {
        try (ResultSet rights = statement.executeQuery(
                "SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user")) {
            return rights.next() && rights.getBoolean(1);
        }
    }

    private static String script(String name) {
        try (InputStream in = Objects.requireNonNull(HubTables.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
