package org.lanyard.upstream;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.scan.Conference;
import org.lanyard.upstream.Delivery.State;

/** What has been sent, and what became of it. Each change is committed and synced when its method returns. */
final class Deliveries {

    private static final String ENROL = """
            INSERT INTO delivery (seq, conference_id, attendee_id, order_line_item_id)
            SELECT seq, conference_id, attendee_id, NULL FROM check_in
             WHERE seq > (SELECT ifnull(max(seq), 0) FROM delivery)
            UNION ALL
            SELECT seq, conference_id, attendee_id, order_line_item_id FROM product_redemption
             WHERE seq > (SELECT ifnull(max(seq), 0) FROM delivery)
            ORDER BY 1
            """;
    private static final String NEW = """
            SELECT (SELECT count(*) FROM check_in WHERE conference_id = ?1 AND voided_at IS NULL
                       AND seq > (SELECT ifnull(max(seq), 0) FROM delivery))
                 + (SELECT count(*) FROM product_redemption WHERE conference_id = ?1 AND voided_at IS NULL
                       AND seq > (SELECT ifnull(max(seq), 0) FROM delivery))
            """;
    private static final String UNSETTLED =
            "delivery.conference_id = ?1 AND state IN ('pending', 'sent', 'in_doubt', 'undecided')";
    private static final String VOIDED = """
            EXISTS (SELECT 1 FROM check_in WHERE check_in.seq = delivery.seq AND voided_at IS NOT NULL
                    UNION ALL SELECT 1 FROM product_redemption unit WHERE unit.seq = delivery.seq
                                        AND unit.voided_at IS NOT NULL)
            """;
    /** Of one attendee's line, or entries, the next is sent only once what became of the one before is known. */
    private static final String NEXT = """
            SELECT seq FROM delivery
             WHERE %s AND seq > ?2 AND (state = 'in_doubt' OR state = 'pending' AND ?3 AND NOT %s
               AND NOT EXISTS (SELECT 1 FROM delivery its WHERE its.attendee_id = delivery.attendee_id
                                  AND its.order_line_item_id IS delivery.order_line_item_id
                                  AND its.state IN ('sent', 'in_doubt')))
             ORDER BY seq LIMIT 1
            """.formatted(UNSETTLED, VOIDED);
    private static final String ONE = """
            SELECT delivery.seq, state, access_code,
                   (SELECT name FROM station WHERE station.id = ifnull(
                     (SELECT station_id FROM check_in WHERE check_in.seq = delivery.seq),
                     (SELECT station_id FROM product_redemption unit WHERE unit.seq = delivery.seq))),
                   %s, sent_at, order_line_item_id, line.upstream_id, addon.slug, redeemed_before,
                   checked_in_elsewhere_at IS NOT NULL OR EXISTS (
                     SELECT 1 FROM delivery its WHERE its.attendee_id = delivery.attendee_id
                        AND its.order_line_item_id IS NULL AND its.state = 'confirmed'),
                   (SELECT count(*) FROM attendee_order link JOIN order_line_item other
                        ON other.order_id = link.order_id AND other.addon_id = addon.id
                     WHERE link.attendee_id = attendee.id AND other.id < line.id),
                   (SELECT count(*) FROM attendee_order link JOIN order_line_item other
                        ON other.order_id = link.order_id AND other.addon_id = addon.id
                     WHERE link.attendee_id = attendee.id)
              FROM delivery JOIN attendee ON attendee.id = delivery.attendee_id
              LEFT JOIN order_line_item line ON line.id = order_line_item_id
              LEFT JOIN addon ON addon.id = line.addon_id
             WHERE delivery.seq = ?
            """.formatted(VOIDED);

    private final Ledger ledger;

    Deliveries(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Takes up what was recorded since, and what was on its way when the station last ended. The caller has the turn. */
    void enrol(Conference conference) {
        boolean interrupted = ledger.read(db -> db.number(
                "SELECT count(*) FROM delivery WHERE conference_id = ? AND state = 'sent'", conference.id())) > 0;
        if (interrupted || ledger.read(db -> db.number(NEW, conference.id())) > 0) {
            ledger.writeNow(db -> db.run(ENROL) + db.run("""
                    UPDATE delivery SET state = 'in_doubt', reason = 'The station ended before the answer came.'
                     WHERE conference_id = ? AND state = 'sent'
                    """, conference.id()));
        }
    }

    /**
     * The first to be seen to after a place in the journal.
     *
     * @param pending those not sent yet, too; else only what is in doubt
     */
    Optional<Delivery> next(Conference conference, long after, boolean pending) {
        return ledger.read(db -> {
            long seq = db.number(NEXT, conference.id(), after, pending);
            return seq == 0 ? Optional.empty() : db.one(Deliveries::delivery, ONE, seq);
        });
    }

    /** @param line what the server redeems; null for a check-in, and so is {@code counted} */
    void leaving(Delivery delivery, Instant at, Long line, Integer counted) {
        change("UPDATE delivery SET state = 'sent', sent_at = ?, line_there = ?, redeemed_before = ? WHERE seq = ?", at,
                line, counted, delivery.seq());
    }

    /**
     * @param idThere of the row that the server made; null where it did not say
     * @param atThere its time by the server; null where it did not say
     */
    void confirmed(Delivery delivery, Long idThere, Instant atThere) {
        change("UPDATE delivery SET state = 'confirmed', id_there = ?, at_there = ?, reason = NULL WHERE seq = ?", idThere,
                atThere, delivery.seq());
    }

    void set(Delivery delivery, State state, String reason) {
        change("UPDATE delivery SET state = ?, reason = ? WHERE seq = ?", state.word(), reason, delivery.seq());
    }

    /** @param counted units that the server counts now */
    void undecided(Delivery delivery, int counted, String reason) {
        change("UPDATE delivery SET state = 'undecided', redeemed_after = ?, reason = ? WHERE seq = ?", counted, reason,
                delivery.seq());
    }

    /** Notes which line of the server's one of ours is, for the next roster that comes from there. */
    void matched(Delivery.Line line, long idThere) {
        change("""
                UPDATE order_line_item SET upstream_id = ? WHERE id = ? AND upstream_id IS NULL
                   AND NOT EXISTS (SELECT 1 FROM order_line_item WHERE upstream_id = ?1)
                """, idThere, line.id());
    }

    private void change(String sql, Object... arguments) {
        ledger.writeNow(db -> db.run(sql, arguments));
    }

    /** How many of a conference's records are in which state. */
    record Counts(int pending, int sent, int confirmed, int refused, int inDoubt, int undecided, int undeliverable) {

        /** What became of these will not change by itself. */
        int ended() {
            return confirmed + refused + undecided + undeliverable;
        }

        boolean nothingToSend() {
            return pending == 0 && sent == 0 && inDoubt == 0;
        }
    }

    /** Door checks have no call at the server, and neither has the void of what it was told already. */
    Counts counts(Conference conference) {
        return ledger.read(db -> {
            int[] by = new int[State.values().length];
            db.each(row -> by[State.of(row.getString(1)).ordinal()] = row.getInt(2), """
                    SELECT state, count(*) FROM delivery WHERE conference_id = ?1 AND NOT (state = 'pending' AND %s)
                     GROUP BY state
                    """.formatted(VOIDED), conference.id());
            return new Counts(by[0] + (int) db.number(NEW, conference.id()), by[1], by[4], by[5], by[2], by[3],
                    by[6] + staying(db, conference));
        });
    }

    private static int staying(Db db, Conference conference) throws SQLException {
        return (int) db.number("""
                SELECT (SELECT count(*) FROM door_check WHERE conference_id = ?1)
                     + (SELECT count(*) FROM check_in JOIN delivery USING (seq)
                         WHERE check_in.conference_id = ?1 AND voided_at IS NOT NULL AND state = 'confirmed')
                     + (SELECT count(*) FROM product_redemption unit JOIN delivery USING (seq)
                         WHERE unit.conference_id = ?1 AND voided_at IS NOT NULL AND state = 'confirmed')
                """, conference.id());
    }

    /** Whether a server has heard of this conference's records. */
    boolean any(Conference conference) {
        return ledger.read(db -> db.number("SELECT 1 FROM delivery WHERE conference_id = ? AND state <> 'pending' LIMIT 1",
                conference.id())) != 0;
    }

    /** Those that somebody has to decide first, then the latest. */
    List<Undelivered> undelivered(Conference conference, int limit) {
        return ledger.read(db -> db.list(row -> new Undelivered(row.getLong(1), row.getString(2),
                Db.instant(row, 3), row.getString(4), row.getString(5), row.getString(6), row.getString(7),
                (Integer) row.getObject(8), (Integer) row.getObject(9)), """
                SELECT delivery.seq, state, journal.at, access_code, attendee.name, detail, reason, redeemed_before,
                       redeemed_after
                  FROM delivery JOIN journal ON journal.seq = delivery.seq JOIN attendee ON attendee.id = delivery.attendee_id
                 WHERE delivery.conference_id = ? AND state IN ('in_doubt', 'undecided', 'refused', 'undeliverable')
                 ORDER BY state = 'undecided' DESC, delivery.seq DESC LIMIT ?
                """, conference.id(), limit));
    }

    /** Whether somebody could decide it; false where it was no longer open. */
    boolean decide(long seq, boolean arrived) {
        return ledger.writeNow(db -> db.run(
                "UPDATE delivery SET state = ?, reason = NULL WHERE seq = ? AND state = 'undecided'",
                (arrived ? State.CONFIRMED : State.PENDING).word(), seq)) > 0;
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        Long line = number(row, 7);
        return new Delivery(row.getLong(1), State.of(row.getString(2)), row.getString(3), row.getString(4),
                line == null ? null : new Delivery.Line(line, number(row, 8), row.getString(9), row.getInt(12),
                        row.getInt(13), (Integer) row.getObject(10)),
                row.getInt(5) != 0, row.getInt(11) != 0, Db.instant(row, 6));
    }

    private static Long number(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
