package org.lanyard.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lanyard.scan.StationFault;

final class Inspection {

    private static final int MOST_FINDINGS = 100;

    private static final String SEQS = "(SELECT seq FROM check_in UNION ALL SELECT seq FROM door_check UNION ALL"
            + " SELECT seq FROM product_redemption UNION ALL SELECT seq FROM check_out UNION ALL SELECT seq FROM refusal UNION ALL SELECT seq FROM correction)";

    // An argument, where there is one, is the ceiling of the journal.
    private static final Map<String, String> QUESTIONS = Map.of(
            "SELECT id FROM (SELECT id FROM check_in UNION ALL SELECT id FROM door_check UNION ALL"
                    + " SELECT id FROM product_redemption UNION ALL SELECT id FROM check_out) GROUP BY id HAVING count(*) > 1",
            "the id %s stands for two records",
            "SELECT seq FROM " + SEQS + " GROUP BY seq HAVING count(*) > 1",
            "the journal's place %s is taken twice",
            "SELECT seq FROM " + SEQS + " WHERE seq >= ?1 OR seq < 1",
            "the journal's place %s is out of order: another program wrote that record",
            "SELECT missing FROM (SELECT max(seq) - count(*) AS missing FROM " + SEQS
                    + " WHERE seq BETWEEN 1 AND ?1 - 1) WHERE missing > 0",
            "the journal has gaps: %s records that were made are gone",
            "SELECT r.id FROM product_redemption r JOIN order_line_item line ON line.id = r.order_line_item_id"
                    + " WHERE line.addon_id IS NULL",
            "the redemption %s is of a ticket, not of an item",
            "SELECT r.id FROM (SELECT id, conference_id, attendee_id FROM check_in"
                    + " UNION ALL SELECT id, conference_id, attendee_id FROM door_check"
                    + " UNION ALL SELECT id, conference_id, attendee_id FROM product_redemption"
                    + " UNION ALL SELECT id, conference_id, attendee_id FROM check_out) r"
                    + " JOIN attendee ON attendee.id = r.attendee_id WHERE attendee.conference_id <> r.conference_id",
            "the record %s belongs to another conference than its attendee");

    // People whose presence, which triggers keep, differs from what the records alone tell.
    private static final String PRESENCE = """
            SELECT access_code FROM attendee WHERE id IN (SELECT attendee_id FROM (
              SELECT attendee_id, door, entered_seq, entered_at, entered_seq > left_seq AS inside
                FROM presence WHERE entered_seq > 0
              UNION ALL
              SELECT goes_on, door, entered, at, entered > ifnull(
                     (SELECT max(seq) FROM check_out JOIN same_person USING (attendee_id)
                       WHERE same_person.goes_on = entry.goes_on AND voided_at IS NULL
                         AND ifnull(ifnull(-ticket_type_id, addon_id), 0) IN (0, entry.door)), 0)
                FROM (SELECT ifnull(merged_into, attendee.id) AS goes_on, door, max(seq) AS entered, at FROM (
                        SELECT attendee_id, 0 AS door, seq, checked_in_at AS at FROM check_in WHERE voided_at IS NULL
                        UNION ALL
                        SELECT attendee_id, ifnull(-ticket_type_id, addon_id), seq, checked_at FROM door_check
                         WHERE voided_at IS NULL) record JOIN attendee ON attendee.id = record.attendee_id
                       GROUP BY ifnull(merged_into, attendee.id), door) entry)
              GROUP BY attendee_id, door, entered_seq, entered_at, inside HAVING count(*) = 1)
             ORDER BY access_code LIMIT\s""" + MOST_FINDINGS;

    private final Path file;

    Inspection(Path file) {
        this.file = file;
    }

    List<String> findings() {
        List<String> findings = new ArrayList<>();
        try (Connection connection = Connections.open(file)) {
            // first: what follows runs the file's own constraints and views
            findings.addAll(Migrations.differences(connection, file));
            if (findings.isEmpty()) {
                whole(connection, findings);
            }
            // an older file lacks tables that these questions name; it is asked again once it is brought to this version
            if (findings.isEmpty() && !older(Connections.pragma(connection, "user_version"))) {
                records(new Db(connection), findings);
            }
        } catch (StationFault refused) {
            findings.add(Objects.toString(refused.getMessage()).replaceAll("\\.$", ""));
        } catch (SQLException broken) {
            findings.add("the file cannot be read: it is damaged, or no database (" + broken.getMessage() + ")");
        }
        return findings;
    }

    // An empty file has had no script: it is no older database, and no database of ours.
    private static boolean older(int version) {
        return version > 0 && version < Migrations.SCRIPTS.size();
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

    private static void records(Db db, List<String> findings) throws SQLException {
        long ceiling = Places.ceiling(db);
        for (var question : QUESTIONS.entrySet()) {
            String sql = question.getKey() + " LIMIT " + MOST_FINDINGS;
            List<String> found = sql.contains("?1") ? db.list(row -> row.getString(1), sql, ceiling)
                    : db.list(row -> row.getString(1), sql);
            found.forEach(id -> findings.add(question.getValue().formatted(id)));
        }
        // told from the records, so asked only where those are whole
        if (findings.isEmpty()) {
            db.each(row -> findings.add("whether %s is inside is not what the records say".formatted(row.getString(1))),
                    PRESENCE);
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
