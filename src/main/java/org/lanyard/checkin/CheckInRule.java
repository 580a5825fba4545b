package org.lanyard.checkin;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.lanyard.ledger.Db;
import org.lanyard.roster.Person;
import org.lanyard.scan.Post;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Seen;
import org.lanyard.scan.Verdict;

/** One entry to the venue: recorded first, then worded from what stands before it in the journal. */
final class CheckInRule {

    private static final String RECORD = """
            INSERT INTO check_in (seq, id, conference_id, attendee_id, checked_in_at, checked_in_by, station_id, note,
                                  acknowledged_note)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String RECORDED = "SELECT seq FROM check_in WHERE id = ? AND attendee_id = ?";
    private static final String LAST = """
            SELECT entry.seq, entry.checked_in_at, station.name, staff_member.name
              FROM check_in entry JOIN station ON station.id = entry.station_id
              LEFT JOIN staff_member ON staff_member.id = entry.checked_in_by
             WHERE entry.attendee_id = ? AND entry.voided_at IS NULL AND entry.seq < ?
             ORDER BY entry.seq DESC LIMIT 1
            """;
    private static final String COUNT =
            "SELECT count(*) FROM check_in WHERE attendee_id = ? AND voided_at IS NULL AND seq <= ?";
    private static final String ACKNOWLEDGED =
            "SELECT 1 FROM check_in WHERE attendee_id = ? AND voided_at IS NULL AND acknowledged_note = ?";

    Verdict decide(Db db, Post post, Scan scan, Person person) throws SQLException {
        if (person.ticket().isEmpty()) {
            return new Verdict.NoTicket(person.attendee());
        }
        boolean asked = !person.attention().isEmpty() && db.number(ACKNOWLEDGED, person.id(), person.attention()) == 0;
        if (asked && !scan.acknowledge()) {
            return new Verdict.NeedsAttention(person.attendee(), person.attention());
        }
        try {
            long seq = db.place();
            db.run(RECORD, seq, scan.id(), post.conference().id(), person.id(), scan.at(), post.staffId(),
                    post.stationId(), scan.note(), asked ? person.attention() : null);
            return worded(db, person, scan.at(), seq);
        } catch (SQLException refused) {
            // the database refused a second record of one scan, and undid that statement alone
            return before(db, scan, person).orElseThrow(() -> refused);
        }
    }

    Optional<Verdict> before(Db db, Scan scan, Person person) throws SQLException {
        Optional<Long> seq = db.one(row -> row.getLong(1), RECORDED, scan.id(), person.id());
        return seq.isEmpty() ? Optional.empty() : Optional.of(worded(db, person, scan.at(), seq.get()));
    }

    private Verdict worded(Db db, Person person, Instant at, long seq) throws SQLException {
        boolean first = !elsewhereBefore(person, seq) && db.number(COUNT, person.id(), seq - 1) == 0;
        return first ? new Verdict.CheckedIn(person.attendee(), at)
                : new Verdict.ReEntry(person.attendee(), at, last(db, person, seq), count(db, person, seq));
    }

    /** Where they were before this place in the journal. */
    private Seen last(Db db, Person person, long seq) throws SQLException {
        record Last(long seq, Seen seen) {}
        Optional<Last> last = db.one(row -> new Last(row.getLong(1),
                new Seen(Db.instant(row, 2), row.getString(3), row.getString(4))), LAST, person.id(), seq);
        boolean elsewhere = elsewhereBefore(person, seq)
                && (last.isEmpty() || person.checkedInElsewhereSeq() > last.get().seq());
        return elsewhere ? new Seen(person.checkedInElsewhereAt(), null, null) : last.orElseThrow().seen();
    }

    /** Live entries up to a place in the journal. */
    int count(Db db, Person person, long seq) throws SQLException {
        return (int) db.number(COUNT, person.id(), seq) + (elsewhereBefore(person, seq) ? 1 : 0);
    }

    private static boolean elsewhereBefore(Person person, long seq) {
        return person.checkedInElsewhereAt() != null && person.checkedInElsewhereSeq() <= seq;
    }
}
