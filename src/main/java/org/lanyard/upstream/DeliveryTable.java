package org.lanyard.upstream;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Sentence;
import org.lanyard.upstream.Delivery.State;

/** Stores what has been sent, and what became of it. Each change is committed and synced when its method returns. */
final class DeliveryTable {

    private static final String ENROL = """
            INSERT INTO delivery (seq, conference_id, attendee_id, order_line_item_id)
            SELECT seq, conference_id, attendee_id, order_line_item_id FROM deliverable
             WHERE seq > (SELECT ifnull(max(seq), 0) FROM delivery) ORDER BY seq
            """;
    private static final String NOT_ENROLLED = """
            SELECT count(*) FROM deliverable WHERE conference_id = ? AND NOT voided
               AND seq > (SELECT ifnull(max(seq), 0) FROM delivery)
            """;
    private static final String WAITING = """
            SELECT delivery.seq, there.attendee_id FROM delivery JOIN unit_there there ON there.seq = delivery.seq
             WHERE conference_id = ?1 AND (state = 'in_doubt' OR state = 'pending' AND ?2)
               AND state IN ('pending', 'sent', 'in_doubt', 'undecided')
             ORDER BY delivery.seq <= ?3, delivery.seq
            """;
    private static final String ONE = """
            SELECT seq, state, attendee_id, access_code, station, line, line_there, addon, place, alike, counted_before,
                   confirmed, voided, again, held, sent_at, asked_at, id,
                   (SELECT reopened FROM delivery its WHERE its.seq = delivery_facts.seq)
              FROM delivery_facts WHERE seq = ?
            """;

    private final Ledger ledger;

    DeliveryTable(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Queues new records, marks interrupted sends as in doubt, and lets what was handed out anew take the place of a
     * voided unit that the server counts. The caller must hold the turn.
     */
    void enrol(Conference conference) {
        boolean due = ledger.read(db -> db.number(NOT_ENROLLED, conference.id())
                + db.number("SELECT count(*) FROM delivery WHERE conference_id = ? AND state = 'sent'",
                        conference.id())) > 0;
        if (due) {
            ledger.writeNow(db -> db.run(ENROL) + db.run(
                    "UPDATE delivery SET state = 'in_doubt', reason = ? WHERE conference_id = ? AND state = 'sent'",
                    Sentence.of("delivery.interrupted").line(), conference.id()));
        }
        List<Long> refused = ledger.read(db -> db.list(row -> row.getLong(1),
                "SELECT seq FROM stand_in WHERE conference_id = ? AND state = 'refused'", conference.id()));
        refused.forEach(this::standIn);
    }

    /** Takes over what has become of records at other stations; one that is not here yet is left out. */
    void hear(List<VenueTurn.Outcome> outcomes) {
        ledger.writeNow(db -> {
            db.run(ENROL);
            for (VenueTurn.Outcome outcome : outcomes) {
                db.run("UPDATE delivery_outcome SET body = ?2 WHERE id = ?1", outcome.record(), outcome.body());
            }
            return true;
        });
    }

    List<VenueTurn.Outcome> outcomes(List<String> records) {
        return ledger.read(db -> {
            List<VenueTurn.Outcome> outcomes = new ArrayList<>();
            for (String record : records) {
                outcomes.addAll(db.list(row -> new VenueTurn.Outcome(record, row.getString(1)),
                        "SELECT body FROM delivery_outcome WHERE id = ? AND state NOT IN ('sent', 'in_doubt')", record));
            }
            return outcomes;
        });
    }

    record Waiting(long seq, long attendee) {}

    /**
     * Records to be seen to, those behind {@code after} first.
     *
     * @param pending those not sent yet as well; else only those in doubt
     */
    List<Waiting> waiting(Conference conference, long after, boolean pending) {
        return ledger.read(db -> db.list(row -> new Waiting(row.getLong(1), row.getLong(2)), WAITING, conference.id(),
                pending, after));
    }

    Delivery read(long seq) {
        return ledger.read(db -> db.one(DeliveryTable::delivery, ONE, seq)).orElseThrow();
    }

    /** Confirms a record by a voided unit that the server counts; false where there is none. */
    boolean standIn(long seq) {
        String voided = "SELECT stands_for FROM stand_in WHERE seq = ?1";
        if (ledger.read(db -> db.number(voided, seq)) == 0) {
            return false;
        }
        return ledger.writeNow(db -> {
            long unit = db.number(voided, seq);
            return unit != 0 && db.run("""
                    UPDATE delivery SET state = 'confirmed', stands_for = ?, reason = NULL, refused_for = NULL WHERE seq = ?
                    """, unit, seq) > 0;
        });
    }

    void markCheckInLeaving(Delivery delivery, Instant at) {
        change("UPDATE delivery SET state = 'sent', sent_at = ?, asked_at = NULL WHERE seq = ?", at, delivery.seq());
    }

    /** @param counted units that the server counts now, those of other desks among them */
    void markUnitLeaving(Delivery delivery, Delivery.Item item, long lineThere, int counted, Instant at) {
        change("""
                UPDATE delivery SET state = 'sent', line_there = ?, redeemed_before = ?, redeemed_after = NULL,
                       elsewhere_before = iif(sent_at IS NULL, NULL, ?), sent_at = ?, asked_at = NULL WHERE seq = ?
                """, lineThere, counted, Math.max(0, counted - item.confirmed()), at, delivery.seq());
    }

    void confirm(Delivery delivery, Receipt receipt) {
        ledger.writeNow(db -> db.run("""
                UPDATE delivery SET state = 'confirmed', id_there = ?, at_there = ?, first_there = ?, reason = NULL,
                       refused_for = NULL WHERE seq = ?
                """, receipt.id() == 0 ? null : receipt.id(), receipt.at().orElse(null),
                receipt.ownFirstCheckIn().orElse(null), delivery.seq()));
    }

    /** Nothing was done at the server: it may be sent as if for the first time. */
    void putBack(Delivery delivery) {
        change("UPDATE delivery SET state = 'pending', sent_at = NULL, reason = NULL WHERE seq = ?", delivery.seq());
    }

    /** A request left and cannot have arrived any more: it may be sent again. */
    void sendAgain(Delivery delivery) {
        change("UPDATE delivery SET state = 'pending', reason = NULL WHERE seq = ?", delivery.seq());
    }

    void doubt(Delivery delivery, Sentence reason) {
        change("UPDATE delivery SET state = 'in_doubt', reason = ? WHERE seq = ?", reason.line(), delivery.seq());
    }

    void noteAsked(Delivery delivery, Instant at) {
        change("UPDATE delivery SET asked_at = ? WHERE seq = ?", at, delivery.seq());
    }

    void refuse(Delivery delivery, Refusal why) {
        State state = why.reason() == Refusal.Reason.UNASKABLE || why.reason() == Refusal.Reason.ITEM ? State.UNDELIVERABLE
                : State.REFUSED;
        change("UPDATE delivery SET state = ?, refused_for = ?, reason = ?, noted_at = NULL WHERE seq = ?", state.word(),
                why.reason().word(), why.sentence().line(), delivery.seq());
    }

    /** @param counted units that the server counts now */
    void leaveToAPerson(Delivery delivery, int counted, Sentence reason) {
        change("UPDATE delivery SET state = 'undecided', redeemed_after = ?, reason = ? WHERE seq = ?", counted,
                reason.line(), delivery.seq());
    }

    /** Notes that the server counts more for other desks than when a unit was sent again. */
    void noteCounted(long attendee, long line, int elsewhere) {
        String more = "attendee_id = ?1 AND order_line_item_id = ?2 AND elsewhere_before < ?3"
                + " AND ifnull(elsewhere_after, 0) < ?3 AND state = 'confirmed'";
        if (ledger.read(db -> db.number("SELECT count(*) FROM delivery WHERE " + more, attendee, line, elsewhere)) > 0) {
            ledger.writeNow(db -> db.run("UPDATE delivery SET elsewhere_after = ?3, noted_at = NULL WHERE " + more,
                    attendee, line, elsewhere));
        }
    }

    void noteCounted(Conference conference) {
        String sentAgain = """
                SELECT attendee_id, line, elsewhere FROM delivery_facts
                 WHERE conference_id = ? AND state = 'confirmed' AND elsewhere > elsewhere_before
                """;
        ledger.read(db -> db.list(row -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)}, sentAgain,
                conference.id())).forEach(unit -> noteCounted(unit[0], unit[1], (int) unit[2]));
    }

    private void change(String sql, Object... arguments) {
        ledger.writeNow(db -> db.run(sql, arguments));
    }

    record Counts(Map<State, Integer> states, int twice) {

        int of(State state) {
            return states.getOrDefault(state, 0);
        }

        /** Records whose state will not change by itself. */
        int ended() {
            return of(State.CONFIRMED) + of(State.REFUSED) + of(State.UNDECIDED) + of(State.UNDELIVERABLE);
        }

        boolean nothingToSend() {
            return of(State.PENDING) == 0 && of(State.SENT) == 0 && of(State.IN_DOUBT) == 0;
        }
    }

    Counts counts(Conference conference) {
        return ledger.read(db -> {
            Map<State, Integer> states = new HashMap<>();
            db.each(row -> states.put(State.of(row.getString(1)), row.getInt(2)), """
                    SELECT state, count(*) FROM delivery WHERE conference_id = ?1 AND NOT (state = 'pending'
                       AND EXISTS (SELECT 1 FROM deliverable WHERE deliverable.seq = delivery.seq AND voided))
                     GROUP BY state
                    """, conference.id());
            states.merge(State.PENDING, (int) db.number(NOT_ENROLLED, conference.id()), Integer::sum);
            states.merge(State.UNDELIVERABLE, (int) db.number(
                    "SELECT count(*) FROM not_deliverable WHERE conference_id = ?", conference.id()), Integer::sum);
            return new Counts(states, (int) db.number(UndeliveredRecords.TWICE, conference.id()));
        });
    }

    boolean any(Conference conference) {
        return ledger.read(db -> db.number("SELECT 1 FROM delivery WHERE conference_id = ? AND state <> 'pending' LIMIT 1",
                conference.id())) != 0;
    }

    /** When a request of the oldest record in doubt left; empty where none is. */
    OptionalLong oldestDoubt(Conference conference) {
        long at = ledger.read(db -> db.number("""
                SELECT min(sent_at) FROM delivery WHERE conference_id = ? AND state IN ('sent', 'in_doubt')
                """, conference.id()));
        return at == 0 ? OptionalLong.empty() : OptionalLong.of(at);
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        boolean unit = row.getObject(6) != null;
        Optional<Delivery.Item> item = unit ? Optional.of(new Delivery.Item(row.getLong(6), number(row, 7),
                Optional.ofNullable(row.getString(8)).orElse(""), row.getInt(9), row.getInt(10), row.getInt(11),
                row.getInt(12))) : Optional.empty();
        return new Delivery(row.getLong(1), row.getString(18), State.of(row.getString(2)), row.getLong(3), row.getString(4),
                row.getString(5), item, row.getInt(13) != 0, row.getInt(14) != 0, row.getInt(15) != 0,
                Optional.ofNullable(Db.instant(row, 16)), Optional.ofNullable(Db.instant(row, 17)), row.getInt(19) != 0);
    }

    private static Optional<Long> number(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }
}
