package org.lanyard.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The database file as any other program opens it: SQLite's own defaults, no foreign keys, no recursive triggers. */
public final class OtherProgram implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    public OtherProgram(Path file) {
        try {
            connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
            run("PRAGMA foreign_keys = OFF");
            run("PRAGMA recursive_triggers = OFF");
            run("PRAGMA busy_timeout = 10000");
            run("PRAGMA synchronous = OFF");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What the database says against it; null where it went through. */
    public String refusal(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return null;
        } catch (SQLException refused) {
            return refused.getMessage();
        }
    }

    /** {@link #refusal(String)} of a statement with values that is run again and again: it is prepared once. */
    String refusal(String sql, Object... values) {
        try {
            PreparedStatement statement = prepared.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                prepared.put(sql, statement);
            }
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
            return null;
        } catch (SQLException refused) {
            return refused.getMessage();
        }
    }

    public void run(String sql) {
        String refusal = refusal(sql);
        if (refusal != null) {
            throw new IllegalStateException(sql + ": " + refusal);
        }
    }

    /** What no rule of the database allows, as a damaged disk or a careless hand does it; several, parted by ";". */
    public void runAgainstTheRules(String statements) {
        List<List<Object>> triggers = rows("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'");
        triggers.forEach(trigger -> run("DROP TRIGGER " + trigger.getFirst()));
        run("PRAGMA ignore_check_constraints = ON");
        for (String sql : statements.split(";")) {
            run(sql);
        }
        triggers.forEach(trigger -> run((String) trigger.getLast()));
    }

    /** Every row as its values, in the order of the query. */
    public List<List<Object>> rows(String sql) {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            List<List<Object>> all = new ArrayList<>();
            while (rows.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getObject(i));
                }
                all.add(row);
            }
            return all;
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** The first column of every row. */
    public List<String> column(String sql) {
        return rows(sql).stream().map(row -> String.valueOf(row.getFirst())).toList();
    }

    public long number(String sql) {
        return Long.parseLong(column(sql).getFirst());
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
