package org.lanyard.checkin;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lanyard.ledger.Db;
import org.lanyard.roster.Person;
import org.lanyard.roster.Roster;
import org.lanyard.roster.Terms;
import org.lanyard.scan.Post;
import org.lanyard.scan.Product;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Seen;
import org.lanyard.scan.Verdict;
import org.lanyard.venue.Venue;

/** Entry to the venue (R9 to R12, R32): recorded first, then answered from what stands before it in the journal. */
public record CheckInRule(Roster roster) implements Rule {

    private static final String RECORD = """
            INSERT INTO check_in (seq, id, conference_id, attendee_id, checked_in_at, checked_in_by, station_id, note,
                                  acknowledged_note, overridden)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String RECORDED = "SELECT seq, overridden FROM check_in WHERE id = ? AND attendee_id = ?";
    private static final String LAST = """
            SELECT seq, checked_in_at, station_id, checked_in_by FROM check_in WHERE seq = max(
              (SELECT ifnull(max(seq), 0) FROM check_in WHERE attendee_id = ?1 AND voided_at IS NULL AND seq < ?2),
              (SELECT ifnull(max(seq), 0) FROM merged_person CROSS JOIN check_in USING (attendee_id)
                WHERE goes_on = ?1 AND voided_at IS NULL AND seq < ?2))
            """;
    private static final String COUNT = """
            SELECT (SELECT count(*) FROM check_in WHERE attendee_id = ?1 AND voided_at IS NULL AND seq <= ?2)
                 + (SELECT count(*) FROM merged_person CROSS JOIN check_in USING (attendee_id)
                     WHERE goes_on = ?1 AND voided_at IS NULL AND seq <= ?2)
            """;
    private static final String ACKNOWLEDGED = """
            SELECT 1 FROM check_in WHERE attendee_id IN (SELECT attendee_id FROM same_person WHERE goes_on = ?)
               AND voided_at IS NULL AND acknowledged_note = ?
            """;

    @Override
    public Ruling rule(Db db, Post post, Scan scan, Person person) throws SQLException {
        if (person.ticket().isEmpty()) {
            return new Ruling.Answered(person.inactiveTicket().<Verdict>map(held -> new Verdict.OrderNotActive(
                    person.attendee(), held.status(), held.reference())).orElse(new Verdict.NoTicket(person.attendee())));
        }
        Optional<Verdict> notNow = refuseNow(db, post, scan, person);
        if (notNow.isPresent() && !post.overrides(scan)) {
            return new Ruling.Answered(notNow.get());
        }
        boolean asked = !person.attention().isEmpty() && db.number(ACKNOWLEDGED, person.id(), person.attention()) == 0;
        if (asked && !scan.acknowledge()) {
            return new Ruling.Answered(new Verdict.NeedsAttention(person.attendee(), person.attention()));
        }
        Optional<String> note = asked ? Optional.of(person.attention()) : Optional.empty();
        return new Ruling.Allowed((recording, overridden) -> record(recording, post, scan, person,
                new Marks(note, overridden || notNow.isPresent())), false);
    }

    // R32: one ticket that is valid now is enough.
    private Optional<Verdict> refuseNow(Db db, Post post, Scan scan, Person person) throws SQLException {
        Terms terms = roster.terms(db, post.conference());
        if (terms.limited().isEmpty()) {
            return Optional.empty();
        }
        List<Product> tickets = person.tickets();
        return tickets.stream().anyMatch(ticket -> terms.of(ticket).valid(scan.at(), terms.zone())) ? Optional.empty()
                : Optional.of(new Verdict.NotValidNow(person.attendee(), tickets.getFirst().name(),
                        tickets.stream().flatMap(ticket -> terms.of(ticket).valid().stream()).distinct().toList(), 0,
                        Optional.empty()));
    }

    private record Marks(Optional<String> note, boolean overridden) {}

    private Optional<Verdict> record(Db db, Post post, Scan scan, Person person, Marks marks) throws SQLException {
        long seq = db.place();
        boolean recorded = db.insertOnce(RECORD, seq, scan.id(), post.conference().id(), person.id(), scan.at(),
                post.staffId(), post.stationId(), scan.note(), marks.note(), marks.overridden());
        return recorded ? Optional.of(answer(db, person, scan.at(), seq, marks.overridden())) : Optional.empty();
    }

    @Override
    public Optional<Verdict> earlierAnswer(Db db, Post post, Scan scan, Person person) throws SQLException {
        record Recorded(long seq, boolean overridden) {}
        Optional<Recorded> known = db.one(row -> new Recorded(row.getLong(1), row.getInt(2) != 0), RECORDED, scan.id(),
                person.id());
        return known.isEmpty() ? Optional.empty()
                : Optional.of(answer(db, person, scan.at(), known.get().seq(), known.get().overridden()));
    }

    @Override
    public int count(Db db, Post post, Person person) throws SQLException {
        return count(db, person, Long.MAX_VALUE);
    }

    /** The verdict that a check-in would get where the rule allows it; records nothing. */
    public Verdict foreseen(Db db, Scan scan, Person person) throws SQLException {
        int count = count(db, person, Long.MAX_VALUE) + 1;
        return count <= person.details().party() ? new Verdict.CheckedIn(person.attendee(), scan.at(), count, false)
                : new Verdict.ReEntry(person.attendee(), scan.at(), last(db, person, Long.MAX_VALUE), count, false);
    }

    // The first entries are as many as the party has people (R10).
    private Verdict answer(Db db, Person person, Instant at, long seq, boolean overridden) throws SQLException {
        int count = count(db, person, seq);
        return count <= person.details().party() ? new Verdict.CheckedIn(person.attendee(), at, count, overridden)
                : new Verdict.ReEntry(person.attendee(), at, last(db, person, seq), count, overridden);
    }

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
