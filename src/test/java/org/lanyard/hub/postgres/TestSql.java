package org.lanyard.hub.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A statement past the program, as somebody with the same password might send it. */
public final class TestSql {

    private TestSql() {}

    public static void run(HubLogin login, String sql) throws SQLException {
        try (Connection connection = login.connect(5); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
