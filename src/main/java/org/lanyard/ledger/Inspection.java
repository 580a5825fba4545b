package org.lanyard.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lanyard.scan.StationFault;

/** Looks whether a database file is whole, has all its rules, and keeps them. It changes nothing. */
final class Inspection {

    private static final int MOST_FINDINGS = 100;

    private static final Map<String, String> QUESTIONS = Map.of(
            "SELECT id FROM (SELECT id FROM check_in UNION ALL SELECT id FROM door_check UNION ALL"
                    + " SELECT id FROM product_redemption) GROUP BY id HAVING count(*) > 1",
            "the id %s stands for two records",
            "SELECT seq FROM (SELECT seq FROM check_in UNION ALL SELECT seq FROM door_check UNION ALL"
                    + " SELECT seq FROM product_redemption UNION ALL SELECT seq FROM refusal UNION ALL"
                    + " SELECT seq FROM correction) GROUP BY seq HAVING count(*) > 1",
            "the journal's place %s is taken twice",
            "SELECT missing FROM (SELECT max(seq) - count(*) AS missing FROM (SELECT seq FROM check_in UNION ALL"
                    + " SELECT seq FROM door_check UNION ALL SELECT seq FROM product_redemption UNION ALL"
                    + " SELECT seq FROM refusal UNION ALL SELECT seq FROM correction)) WHERE missing > 0",
            "the journal has gaps: %s records that were made are gone",
            "SELECT r.id FROM product_redemption r JOIN order_line_item line ON line.id = r.order_line_item_id"
                    + " WHERE line.addon_id IS NULL",
            "the redemption %s is of a ticket, not of an item",
            "SELECT r.id FROM (SELECT id, conference_id, attendee_id FROM check_in"
                    + " UNION ALL SELECT id, conference_id, attendee_id FROM door_check"
                    + " UNION ALL SELECT id, conference_id, attendee_id FROM product_redemption) r"
                    + " JOIN attendee ON attendee.id = r.attendee_id WHERE attendee.conference_id <> r.conference_id",
            "the record %s belongs to another conference than its attendee");

    private final Path file;

    Inspection(Path file) {
        this.file = file;
    }

    /** Plain sentences without a full stop; empty where all is well. */
    List<String> findings() {
        List<String> findings = new ArrayList<>();
        try (Connection connection = Connections.open(file)) {
            Migrations.check(connection);
            whole(connection, findings);
            if (findings.isEmpty()) {
                schema(connection, findings);
            }
            if (findings.isEmpty()) {
                records(connection, findings);
            }
        } catch (StationFault refused) {
            findings.add(refused.getMessage().replaceAll("\\.$", ""));
        } catch (SQLException broken) {
            findings.add("the file cannot be read: it is damaged, or no database (" + broken.getMessage() + ")");
        }
        return findings;
    }

    private static void whole(Connection connection, List<String> findings) throws SQLException {
        for (String line : column(connection, "PRAGMA integrity_check(" + MOST_FINDINGS + ")")) {
            if (!line.equals("ok")) {
                findings.add("the file is damaged: " + line);
            }
        }
        for (String table : column(connection, "SELECT DISTINCT \"table\" FROM pragma_foreign_key_check")) {
            findings.add("a row of " + table + " points at what is not there");
        }
    }

    /** Every table, view, index and trigger as the migrations make it: a dropped trigger is a lost promise. */
    private static void schema(Connection connection, List<String> findings) throws SQLException {
        Map<String, String> expected;
        try (Connection reference = Connections.inMemory()) {
            Migrations.upgrade(reference, Connections.pragma(connection, "user_version"));
            expected = objects(reference);
        }
        Map<String, String> found = objects(connection);
        expected.forEach((name, sql) -> {
            if (!sql.equals(found.get(name))) {
                findings.add("the database's own " + name + (found.containsKey(name) ? " was changed" : " is missing"));
            }
        });
    }

    private static Map<String, String> objects(Connection connection) throws SQLException {
        Map<String, String> objects = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL")) {
            while (rows.next()) {
                objects.put(rows.getString(1), rows.getString(2));
            }
        }
        return objects;
    }

    private static void records(Connection connection, List<String> findings) throws SQLException {
        for (var question : QUESTIONS.entrySet()) {
            for (String id : column(connection, question.getKey() + " LIMIT " + MOST_FINDINGS)) {
                findings.add(question.getValue().formatted(id));
            }
        }
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
