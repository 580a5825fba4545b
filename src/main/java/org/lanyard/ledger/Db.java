package org.lanyard.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lanyard.scan.StationFault;

/**
 * One connection and its prepared statements, for one piece of work at a time. Arguments are strings, integers, UUIDs,
 * booleans, instants (kept as milliseconds since 1970, UTC), null, and optionals of these.
 */
public final class Db {

    private static final int ROWS_A_BATCH = 10_000;

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private long lastPlace;
    private long ceiling;
    private long schemaVersion;
    private long dataVersion = -1;
    private long cacheVersion;
    private long foreignCommits;

    Db(Connection connection) {
        this.connection = connection;
    }

    public <T> Optional<T> one(Row<T> row, String sql, @Nullable Object... arguments) throws SQLException {
        return with(sql, statement -> {
            bind(statement, arguments);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(Objects.requireNonNull(row.of(rows))) : Optional.empty();
            }
        });
    }

    public <T> List<T> list(Row<T> row, String sql, @Nullable Object... arguments) throws SQLException {
        List<T> all = new ArrayList<>();
        each(found -> all.add(row.of(found)), sql, arguments);
        return all;
    }

    /** Hands on row after row without keeping them; the same SQL must not be run again meanwhile. */
    public void each(Row<?> row, String sql, @Nullable Object... arguments) throws SQLException {
        with(sql, statement -> {
            bind(statement, arguments);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    row.of(rows);
                }
            }
            return true;
        });
    }

    /** The first column of the first row; 0 where there is none. */
    public long number(String sql, @Nullable Object... arguments) throws SQLException {
        return with(sql, statement -> {
            bind(statement, arguments);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        });
    }

    public int run(String sql, @Nullable Object... arguments) throws SQLException {
        return with(sql, statement -> {
            bind(statement, arguments);
            return statement.executeUpdate();
        });
    }

    /**
     * Inserts or changes exactly one record.
     *
     * @throws StationFault where the database took no row, or more: then nothing may be shown green
     */
    public void insert(String sql, @Nullable Object... arguments) throws SQLException {
        if (run(sql, arguments) != 1) {
            throw new StationFault("database.not-one-row");
        }
    }

    /** {@link #insert}, false where there is a record of the same id already (R27): that statement alone is undone. */
    public boolean insertOnce(String sql, @Nullable Object... arguments) throws SQLException {
        try {
            insert(sql, arguments);
            return true;
        } catch (SQLException refused) {
            if (!Faults.isSecondRecord(refused)) {
                throw refused;
            }
            return false;
        }
    }

    /** Takes the schema of this version as checked: any other is looked at before the next transaction. */
    Db trustSchema(int version) {
        schemaVersion = version;
        return this;
    }

    void begin() throws SQLException {
        run("BEGIN IMMEDIATE");
        lastPlace = 0;
        long seen = number("PRAGMA data_version");   // another where another connection has committed since
        if (seen != dataVersion) {
            refuseAnotherSchema();
            dataVersion = seen;
            ceiling = 0;
            foreignCommits++;
            outdate();
        }
    }

    // Looks at the schema again where another program has changed it since the file was opened.
    private void refuseAnotherSchema() throws SQLException {
        long seen = number("PRAGMA schema_version");
        if (seen != schemaVersion) {
            Schema.check(connection);
            schemaVersion = seen;
        }
    }

    /**
     * Cache version: data read after this call stays valid while the value is unchanged. Always 0 on a connection that only
     * reads, where cached data must not be used.
     */
    public long cacheVersion() {
        return cacheVersion;
    }

    /** Counts commits of other connections, as seen by transactions that write. */
    public long foreignCommits() {
        return foreignCommits;
    }

    /** Begins another {@link #cacheVersion}, because this work changes data that may be cached. */
    public void outdate() {
        cacheVersion++;
    }

    void undo() throws SQLException {
        run("ROLLBACK TO work");
        lastPlace = 0;
    }

    /**
     * The next place in the journal (R28), for one record of this transaction, which takes it: the journal has no gaps.
     * The place of a record that was refused or undone is given again.
     */
    public long place() throws SQLException {
        if (ceiling == 0) {
            ceiling = Places.ceiling(this);
        }
        lastPlace = lastPlace == 0 ? Places.lastBelow(this, ceiling) + 1 : lastPlace + 1;
        return lastPlace;
    }

    /** As {@link #place}, for as many records, one place after another: the first of them. */
    public long places(int count) throws SQLException {
        long first = place();
        lastPlace += count - 1;
        return first;
    }

    /** The place given last in this transaction; 0 where none was. */
    public long latestPlace() {
        return lastPlace;
    }

    public void runAll(String sql, Iterable<@Nullable Object[]> rows) throws SQLException {
        with(sql, statement -> {
            int waiting = 0;
            for (@Nullable Object[] arguments : rows) {
                bind(statement, arguments);
                statement.addBatch();
                if (++waiting == ROWS_A_BATCH) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                statement.executeBatch();
            }
            return true;
        });
    }

    public static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    @FunctionalInterface
    private interface Use<T> {

        T of(PreparedStatement statement) throws SQLException;
    }

    // The driver finalizes a statement that failed, so a failed one is prepared anew the next time.
    private <T> T with(String sql, Use<T> use) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        try {
            return use.of(statement);
        } catch (SQLException | RuntimeException failure) {
            statements.remove(sql);
            lastPlace = 0;
            try {
                statement.close();
            } catch (SQLException alsoFailed) {
                failure.addSuppressed(alsoFailed);
            }
            throw failure;
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            bind(statement, i + 1, arguments[i]);
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object argument) throws SQLException {
        switch (argument) {
            case null -> statement.setNull(index, Types.NULL);
            case Long number -> statement.setLong(index, number);
            case Integer number -> statement.setInt(index, number);
            case Boolean truth -> statement.setInt(index, truth ? 1 : 0);
            case Instant instant -> statement.setLong(index, instant.toEpochMilli());
            case String text -> statement.setString(index, text);
            case UUID id -> statement.setString(index, id.toString());
            case Optional<?> some -> bind(statement, index, some.orElse(null));
            default -> throw new IllegalArgumentException("no column holds a " + argument.getClass());
        }
    }

    void close() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
        connection.close();
    }
}
