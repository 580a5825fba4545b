package org.lanyard.hub.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A statement past the program, as somebody with the same password might send it. */
public final class TestSql {

    private TestSql() {}

    public static void run(HubLogin login, String sql) throws SQLException {
        try (Connection connection = login.connect(5); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column. */
    public static List<String> column(HubLogin login, String sql) throws SQLException {
        try (Connection connection = login.connect(5);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
