package org.lanyard.roster;

import java.sql.SQLException;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Row;

final class RosterRows {

    private static final String ATTENDEES = """
            SELECT id, access_code, attention_here, source, withdrawn, checked_in_elsewhere_at, %s, blocked_here
              FROM attendee NOT INDEXED WHERE conference_id = ?
            """.formatted(DetailColumns.NAMES);
    private static final String ORDERS =
            "SELECT id, reference, status, status_here FROM orders NOT INDEXED WHERE conference_id = ?";
    private static final String LINES = """
            SELECT line.id, order_id, position, upstream_id, holder_id, ticket_type_id, addon_id, description,
                   quantity, line.status, part_of
              FROM orders JOIN order_line_item line ON line.order_id = orders.id
             WHERE conference_id = ? ORDER BY orders.id, position, line.id
            """;
    private static final String LINKS = """
            SELECT attendee_id, order_id, position, link.source
              FROM attendee NOT INDEXED JOIN attendee_order link ON link.attendee_id = attendee.id
             WHERE conference_id = ? ORDER BY attendee_id, position
            """;
    private static final String UNITS = """
            SELECT attendee_id, order_line_item_id, sum(elsewhere), sum(confirmed), sum(unsettled) FROM (
              SELECT attendee_id, order_line_item_id, units AS elsewhere, 0 AS confirmed, 0 AS unsettled
                FROM redeemed_elsewhere
              UNION ALL SELECT attendee_id, order_line_item_id, 0, units, unsettled FROM delivered_units)
              JOIN attendee ON attendee.id = attendee_id WHERE conference_id = ?
             GROUP BY attendee_id, order_line_item_id
            """;

    private final Db db;
    private final long conference;

    RosterRows(Db db, long conference) {
        this.db = db;
        this.conference = conference;
    }

    void attendees(Row<?> row) throws SQLException {
        db.each(row, ATTENDEES, conference);
    }

    void orders(Row<?> row) throws SQLException {
        db.each(row, ORDERS, conference);
    }

    void lines(Row<?> row) throws SQLException {
        db.each(row, LINES, conference);
    }

    void links(Row<?> row) throws SQLException {
        db.each(row, LINKS, conference);
    }

    void codes(Row<?> row) throws SQLException {
        db.each(row, "SELECT code, attendee_id, source FROM attendee_code WHERE conference_id = ?", conference);
    }

    void units(Row<?> row) throws SQLException {
        db.each(row, UNITS, conference);
    }
}
