package org.lanyard.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** JDBC with nothing around it, on a station's file and with a station's settings: what no program can be faster than. */
final class Bare implements AutoCloseable {

    private static final List<String> AS_THE_LEDGER = List.of("PRAGMA busy_timeout = 10000",
            "PRAGMA foreign_keys = ON", "PRAGMA recursive_triggers = ON", "PRAGMA synchronous = FULL",
            "PRAGMA temp_store = MEMORY", "PRAGMA cache_size = -32768");

    private final Connection connection;
    private final PreparedStatement begin;
    private final PreparedStatement commit;

    Bare(Path file) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
        try (Statement statement = connection.createStatement()) {
            for (String pragma : AS_THE_LEDGER) {
                statement.execute(pragma);
            }
            // else the driver begins transactions of its own
            connection.setAutoCommit(false);
            statement.execute("COMMIT");
        }
        begin = connection.prepareStatement("BEGIN IMMEDIATE");
        commit = connection.prepareStatement("COMMIT");
    }

    PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    void begin() throws SQLException {
        begin.executeUpdate();
    }

    void commit() throws SQLException {
        commit.executeUpdate();
    }

    /** Runs it once for each row. */
    void insert(String sql, List<Object[]> rows) throws SQLException {
        try (PreparedStatement statement = prepare(sql)) {
            for (Object[] row : rows) {
                insert(statement, row);
            }
        }
    }

    static void insert(PreparedStatement statement, Object... row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            switch (row[i]) {
                case String text -> statement.setString(i + 1, text);
                case Long number -> statement.setLong(i + 1, number);
                case Integer number -> statement.setInt(i + 1, number);
                case null, default -> statement.setObject(i + 1, row[i]);
            }
        }
        statement.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
