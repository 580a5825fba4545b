package org.lanyard.journal;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lanyard.ledger.Db;
import org.lanyard.scan.Conference;

/**
 * Figures of the roster alone, valid until it changes.
 *
 * @param tickets           the ticket type held on an active order, by attendee who is not withdrawn
 * @param elsewhere         when those were first in who came in elsewhere, in milliseconds since 1970, by attendee
 * @param redeemedElsewhere units by add-on
 * @param parties           people by attendee whose code admits several
 * @param goesOn            the attendee into whom another was merged, by that other (R37)
 */
record RosterFigures(Version version, Map<Long, Long> tickets, List<Ticket> ticketTypes, Map<Long, Long> elsewhere,
        List<Bought> items, Map<Long, Integer> redeemedElsewhere, Map<Long, Integer> parties, Map<Long, Long> goesOn) {

    private static final String ACTIVE = "ifnull(orders.status_here, orders.status) IN ('paid', 'partially_refunded')";

    record Version(long roster, Conference.RedeemPer per) {}

    record Ticket(long id, String name) {}

    // With whom the records of this attendee count.
    long person(long attendee) {
        return goesOn.getOrDefault(attendee, attendee);
    }

    int attendees() {
        return tickets.size();
    }

    int people(Set<Long> attendees) {
        int people = attendees.size();
        for (var party : parties.entrySet()) {
            people += attendees.contains(party.getKey()) ? party.getValue() - 1 : 0;
        }
        return people;
    }

    record Bought(long addon, String slug, int purchased) {}

    static RosterFigures current(Db db, Conference conference, @Nullable RosterFigures known) throws SQLException {
        Version version = db.one(row -> new Version(row.getLong(1), Conference.RedeemPer.of(row.getString(2))),
                "SELECT roster_version, redeem_per FROM conference WHERE id = ?", conference.id()).orElseThrow();
        return known != null && known.version().equals(version) ? known : read(db, conference.id(), version);
    }

    private static RosterFigures read(Db db, long conference, Version version) throws SQLException {
        Map<Long, Long> tickets = new HashMap<>();
        db.each(row -> tickets.putIfAbsent(row.getLong(1), row.getLong(2)), """
                SELECT attendee.id, line.ticket_type_id FROM orders
                  JOIN order_line_item line ON line.order_id = orders.id AND line.ticket_type_id IS NOT NULL
                       AND line.quantity > 0
                  JOIN attendee_order link ON link.order_id = orders.id
                  JOIN attendee ON attendee.id = link.attendee_id AND withdrawn = 0
                       AND (line.holder_id IS NULL OR line.holder_id = attendee.id)
                 WHERE orders.conference_id = ? AND %s
                """.formatted(ACTIVE), conference);
        List<Ticket> types = db.list(row -> new Ticket(row.getLong(1), row.getString(2)),
                "SELECT id, ifnull(name_here, name) FROM ticket_type WHERE conference_id = ? ORDER BY id", conference);
        Map<Long, Long> goesOn = new HashMap<>();
        db.each(row -> goesOn.put(row.getLong(1), row.getLong(2)),
                "SELECT id, merged_into FROM attendee WHERE merged_into IS NOT NULL AND conference_id = ?", conference);
        Map<Long, Long> elsewhere = new HashMap<>();
        db.each(row -> elsewhere.merge(goesOn.getOrDefault(row.getLong(1), row.getLong(1)), row.getLong(2), Math::min), """
                SELECT id, checked_in_elsewhere_at FROM attendee NOT INDEXED
                 WHERE conference_id = ? AND checked_in_elsewhere_at IS NOT NULL
                """, conference);
        Map<Long, Integer> units = new HashMap<>();
        db.each(row -> units.put(row.getLong(1), row.getInt(2)), """
                SELECT addon.id, sum(units) FROM redeemed_elsewhere
                  JOIN order_line_item line ON line.id = order_line_item_id
                  JOIN addon ON addon.id = line.addon_id WHERE addon.conference_id = ? GROUP BY addon.id
                """, conference);
        Map<Long, Integer> parties = new HashMap<>();
        db.each(row -> parties.put(row.getLong(1), row.getInt(2)),
                "SELECT attendee_id, size FROM several WHERE conference_id = ? AND size > 1", conference);
        return new RosterFigures(version, tickets, types, elsewhere, bought(db, conference, version.per()), units, parties,
                goesOn);
    }

    private static List<Bought> bought(Db db, long conference, Conference.RedeemPer per) throws SQLException {
        String entitled = """
                SELECT count(*) FROM attendee_order link JOIN attendee ON attendee.id = link.attendee_id
                 WHERE link.order_id = line.order_id AND attendee.withdrawn = 0
                   AND (line.holder_id IS NULL OR line.holder_id = attendee.id)
                """;
        String times = per == Conference.RedeemPer.LINE ? "min(1, (" + entitled + "))" : "(" + entitled + ")";
        return db.list(row -> new Bought(row.getLong(1), row.getString(2), row.getInt(3)), """
                SELECT addon.id, addon.slug, ifnull(units, 0) FROM addon LEFT JOIN (
                       SELECT line.addon_id AS id, sum(line.quantity * %s) AS units FROM orders
                         JOIN order_line_item line ON line.order_id = orders.id AND line.addon_id IS NOT NULL
                        WHERE orders.conference_id = ?1 AND %s GROUP BY line.addon_id) bought ON bought.id = addon.id
                 WHERE addon.conference_id = ?1 ORDER BY addon.id
                """.formatted(times, ACTIVE), conference);
    }
}
