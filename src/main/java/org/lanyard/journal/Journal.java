package org.lanyard.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.scan.Conference;

/** Reads records and refusals in the order of the journal. */
public final class Journal {

    public static final int PAGE = 50;

    private static final String ENTRIES = """
            SELECT kind, journal.seq, journal.id, at, attendee.access_code, attendee.name, station.name, staff.name,
                   journal.note, voided_at, voider.name, void_reason, detail, payload,
                   state, reason,
                   CASE kind WHEN 'check-in' THEN (SELECT overridden FROM check_in it WHERE it.seq = journal.seq)
                             WHEN 'door-check' THEN (SELECT overridden FROM door_check it WHERE it.seq = journal.seq)
                             WHEN 'redemption' THEN (SELECT overridden FROM product_redemption it WHERE it.seq = journal.seq)
                             ELSE 0 END
              FROM journal LEFT JOIN station ON station.id = station_id
              LEFT JOIN attendee ON attendee.id = journal.attendee_id
              LEFT JOIN staff_member staff ON staff.id = staff_id
              LEFT JOIN staff_member voider ON voider.id = voided_by
              LEFT JOIN delivery ON delivery.seq = journal.seq
            """;
    private static final String AT_PLACES = ENTRIES + " WHERE journal.seq IN (?" + ", ?".repeat(Journal.PAGE - 1)
            + ") ORDER BY journal.seq DESC";

    private final Ledger ledger;

    public Journal(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Every entry of a kind, oldest first, without holding them all in memory. */
    public void each(Conference conference, RecordKind kind, Consumer<Entry> reader) {
        ledger.read(db -> {
            db.each(row -> {
                reader.accept(entry(row));
                return true;
            }, ENTRIES + " WHERE kind = ? AND journal.conference_id = ? ORDER BY journal.seq", kind.word(), conference.id());
            return true;
        });
    }

    /** The latest entries of every kind, newest first. */
    public List<Entry> latest(Conference conference, int limit) {
        return ledger.read(db -> db.list(Journal::entry,
                ENTRIES + " WHERE journal.conference_id = ? ORDER BY journal.seq DESC LIMIT ?", conference.id(), limit));
    }

    /** Everything about one person, newest first. */
    public List<Entry> about(long attendee, int limit) {
        return ledger.read(db -> db.list(Journal::entry,
                ENTRIES + " WHERE journal.attendee_id = ? ORDER BY journal.seq DESC LIMIT ?", attendee, limit));
    }

    /** Raised by each commit of this process: what was read of the journal before may be out of date. */
    public long changes() {
        return ledger.commits();
    }

    /** Returns the places of the entries that pass the filter and come after a place, newest first. */
    public long[] places(Conference conference, Filter filter, long after) {
        return ledger.read(db -> Matching.places(db, conference, filter, after));
    }

    /** The entries at these places, newest first; at most {@link #PAGE}. */
    public List<Entry> at(long... places) {
        Object[] padded = new Object[PAGE];
        for (int i = 0; i < PAGE; i++) {
            padded[i] = i < places.length ? places[i] : -1L;
        }
        return ledger.read(db -> db.list(Journal::entry, AT_PLACES, padded));
    }

    public Optional<Entry> find(UUID id) {
        return ledger.read(db -> db.one(Journal::entry, ENTRIES + " WHERE journal.id = ?", id));
    }

    public Optional<Entry> next(Entry entry, Conference conference) {
        return neighbour(entry, conference, "journal.seq > ? ORDER BY journal.seq");
    }

    public Optional<Entry> previous(Entry entry, Conference conference) {
        return neighbour(entry, conference, "journal.seq < ? ORDER BY journal.seq DESC");
    }

    private Optional<Entry> neighbour(Entry entry, Conference conference, String direction) {
        return ledger.read(db -> db.one(Journal::entry,
                ENTRIES + " WHERE kind = ? AND journal.conference_id = ? AND " + direction + " LIMIT 1",
                entry.kind().word(), conference.id(), entry.seq()));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(RecordKind.of(row.getString(1)), row.getLong(2), UUID.fromString(row.getString(3)),
                Instant.ofEpochMilli(row.getLong(4)), row.getString(5), row.getString(6), row.getString(7),
                row.getString(8), row.getString(9), Db.instant(row, 10), row.getString(11),
                row.getString(12), row.getString(13), row.getString(14), row.getString(15),
                row.getString(16), row.getInt(17) != 0);
    }
}
