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
import org.lanyard.venue.Venue;

/** Entry to the venue (R9 to R12): recorded first, then answered from what stands before it in the journal. */
public final class CheckInRule implements Rule {

    private static final String RECORD = """
            INSERT INTO check_in (seq, id, conference_id, attendee_id, checked_in_at, checked_in_by, station_id, note,
                                  acknowledged_note)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String RECORDED = "SELECT seq FROM check_in WHERE id = ? AND attendee_id = ?";
    private static final String LAST = """
            SELECT seq, checked_in_at, station_id, checked_in_by FROM check_in
             WHERE attendee_id = ? AND voided_at IS NULL AND seq < ? ORDER BY seq DESC LIMIT 1
            """;
    private static final String COUNT =
            "SELECT count(*) FROM check_in WHERE attendee_id = ? AND voided_at IS NULL AND seq <= ?";
    private static final String ACKNOWLEDGED =
            "SELECT 1 FROM check_in WHERE attendee_id = ? AND voided_at IS NULL AND acknowledged_note = ?";

    @Override
    public Ruling rule(Db db, Post post, Scan scan, Person person) throws SQLException {
        if (person.ticket().isEmpty()) {
            return new Ruling.Answered(person.inactiveTicket().<Verdict>map(held -> new Verdict.OrderNotActive(
                    person.attendee(), held.status(), held.reference())).orElse(new Verdict.NoTicket(person.attendee())));
        }
        boolean asked = !person.attention().isEmpty() && db.number(ACKNOWLEDGED, person.id(), person.attention()) == 0;
        if (asked && !scan.acknowledge()) {
            return new Ruling.Answered(new Verdict.NeedsAttention(person.attendee(), person.attention()));
        }
        return new Ruling.Allowed(recording -> record(recording, post, scan, person, asked));
    }

    private Optional<Verdict> record(Db db, Post post, Scan scan, Person person, boolean asked) throws SQLException {
        long seq = db.place();
        boolean recorded = db.insertOnce(RECORD, seq, scan.id(), post.conference().id(), person.id(), scan.at(),
                post.staffId(), post.stationId(), scan.note(), asked ? person.attention() : null);
        return recorded ? Optional.of(answer(db, person, scan.at(), seq)) : Optional.empty();
    }

    @Override
    public Optional<Verdict> earlierAnswer(Db db, Post post, Scan scan, Person person) throws SQLException {
        Optional<Long> seq = db.one(row -> row.getLong(1), RECORDED, scan.id(), person.id());
        return seq.isEmpty() ? Optional.empty() : Optional.of(answer(db, person, scan.at(), seq.get()));
    }

    @Override
    public int count(Db db, Post post, Person person) throws SQLException {
        return count(db, person, Long.MAX_VALUE);
    }

    private Verdict answer(Db db, Person person, Instant at, long seq) throws SQLException {
        boolean first = !elsewhereBefore(person, seq) && db.number(COUNT, person.id(), seq - 1) == 0;
        return first ? new Verdict.CheckedIn(person.attendee(), at)
                : new Verdict.ReEntry(person.attendee(), at, last(db, person, seq), count(db, person, seq));
    }

    /** The entry before this place in the journal. */
    private Seen last(Db db, Person person, long seq) throws SQLException {
        record Last(long seq, Seen seen) {}
        Optional<Last> last = db.one(row -> new Last(row.getLong(1), Venue.seen(db, row, 2)), LAST, person.id(), seq);
        boolean elsewhere = elsewhereBefore(person, seq)
                && (last.isEmpty() || person.checkedInElsewhereSeq() > last.get().seq());
        return elsewhere ? new Seen(person.checkedInElsewhereAt(), null, null) : last.orElseThrow().seen();
    }

    /** Live entries up to a place in the journal, one made elsewhere included. */
    static int count(Db db, Person person, long seq) throws SQLException {
        return (int) db.number(COUNT, person.id(), seq) + (elsewhereBefore(person, seq) ? 1 : 0);
    }

    private static boolean elsewhereBefore(Person person, long seq) {
        return person.checkedInElsewhereAt() != null && person.checkedInElsewhereSeq() <= seq;
    }
}
