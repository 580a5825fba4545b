package org.lanyard.roster;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Row;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one conference's tables for {@link KnownRoster}: all of them in one pass each, or what belongs to some people.
 * SQLite takes {@code json_each} for a long list, and needs to be told to begin with it.
 */
final class RosterRows {

    private static final String ATTENDEES = """
            SELECT id, access_code, attention_here, source, withdrawn, checked_in_elsewhere_at, %s
              FROM attendee %%s WHERE conference_id = ?
            """.formatted(DetailColumns.NAMES);
    private static final String ALL_ATTENDEES = ATTENDEES.formatted("NOT INDEXED");
    private static final String SOME_ATTENDEES = ATTENDEES.formatted("")
            + " AND access_code IN (SELECT value FROM json_each(?))";

    private static final String ALL_ORDERS = """
            SELECT id, reference, status, status_here FROM orders NOT INDEXED WHERE conference_id = ?1
            """;
    /** Those the people have, those that have the lines, and those that a file would name after either. */
    private static final String THEIR_ORDERS = """
            (SELECT order_id
               FROM json_each(?2) CROSS JOIN attendee ON conference_id = ?1 AND access_code = value
               JOIN attendee_order ON attendee_id = attendee.id
             UNION SELECT order_id FROM json_each(?3) CROSS JOIN order_line_item ON upstream_id = value
             UNION SELECT named.id
               FROM json_each(?4) CROSS JOIN orders named ON conference_id = ?1 AND reference = value)
            """;
    private static final String SOME_ORDERS = ALL_ORDERS + " AND id IN " + THEIR_ORDERS;
    private static final String SHARERS = """
            SELECT DISTINCT access_code FROM attendee_order link JOIN attendee ON attendee.id = link.attendee_id
             WHERE order_id IN\s""" + THEIR_ORDERS;

    private static final String LINES = """
            SELECT line.id, order_id, position, upstream_id, holder_id, ticket_type_id, addon_id, description,
                   quantity, line.status
              FROM orders JOIN order_line_item line ON line.order_id = orders.id
             WHERE conference_id = ? %s ORDER BY orders.id, position, line.id
            """;
    private static final String LINKS = """
            SELECT attendee_id, order_id, position, link.source
              FROM attendee NOT INDEXED JOIN attendee_order link ON link.attendee_id = attendee.id
             WHERE conference_id = ? %s ORDER BY attendee_id, position
            """;
    private static final String UNITS = """
            SELECT attendee_id, order_line_item_id, sum(elsewhere), sum(confirmed), sum(unsettled) FROM (
              SELECT attendee_id, order_line_item_id, units AS elsewhere, 0 AS confirmed, 0 AS unsettled
                FROM redeemed_elsewhere
              UNION ALL SELECT attendee_id, order_line_item_id, 0, units, unsettled FROM delivered_units)
              JOIN attendee ON attendee.id = attendee_id WHERE conference_id = ? %s
             GROUP BY attendee_id, order_line_item_id
            """;
    private static final String ID_AMONG = " AND %s.id IN (SELECT value FROM json_each(?))";

    private final Db db;
    private final long conference;
    private final Scope scope;

    RosterRows(Db db, long conference, Scope scope) {
        this.db = db;
        this.conference = conference;
        this.scope = scope;
    }

    void attendees(Row<?> row) throws SQLException {
        if (scope.everybody()) {
            db.each(row, ALL_ATTENDEES, conference);
        } else {
            db.each(row, SOME_ATTENDEES, conference, json(scope.people()));
        }
    }

    void orders(Row<?> row) throws SQLException {
        if (scope.everybody()) {
            db.each(row, ALL_ORDERS, conference);
        } else {
            db.each(row, SOME_ORDERS, conference, json(scope.people()), json(scope.lines()), json(references()));
        }
    }

    /** Access codes of everybody who has one of the orders, of some people. */
    List<String> sharers() throws SQLException {
        return db.list(row -> row.getString(1), SHARERS, conference, json(scope.people()), json(scope.lines()),
                json(references()));
    }

    private List<String> references() {
        List<String> references = new ArrayList<>();
        scope.people().forEach(code -> references.add(StatedRoster.MADE_UP + code));
        scope.lines().forEach(line -> references.add(StatedRoster.MADE_UP + line));
        return references;
    }

    /** @param orders ids of those that were read */
    void lines(Collection<Long> orders, Row<?> row) throws SQLException {
        each(row, LINES.formatted(among("orders")), orders);
    }

    /** @param attendees ids of those that were read */
    void links(Collection<Long> attendees, Row<?> row) throws SQLException {
        each(row, LINKS.formatted(among("attendee")), attendees);
    }

    /** @param attendees ids of those that were read */
    void units(Collection<Long> attendees, Row<?> row) throws SQLException {
        each(row, UNITS.formatted(among("attendee")), attendees);
    }

    private String among(String table) {
        return scope.everybody() ? "" : ID_AMONG.formatted(table);
    }

    private void each(Row<?> row, String sql, Collection<Long> ids) throws SQLException {
        if (scope.everybody()) {
            db.each(row, sql, conference);
        } else {
            db.each(row, sql, conference, json(ids));
        }
    }

    private static String json(Collection<?> values) {
        return JsonMapper.shared().writeValueAsString(values);
    }
}
