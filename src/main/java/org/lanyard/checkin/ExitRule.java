package org.lanyard.checkin;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.lanyard.ledger.Db;
import org.lanyard.roster.Person;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Post;
import org.lanyard.scan.Product;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Verdict;

/** Leaving the venue, or the room of a door (R33): always recorded, whoever it is. */
public record ExitRule(Roster roster, Optional<Product> door) implements Rule {

    private static final String RECORD = """
            INSERT INTO check_out (seq, id, conference_id, attendee_id, ticket_type_id, addon_id, checked_out_at,
                                   checked_out_by, station_id, note)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String RECORDED = """
            SELECT seq FROM check_out
             WHERE id = ? AND attendee_id = ? AND ifnull(ifnull(-ticket_type_id, addon_id), 0) = ?
            """;
    private static final String LAST_MOVEMENT = """
            SELECT entry FROM (
              SELECT seq, checked_in_at AS at, 1 AS entry FROM check_in
               WHERE attendee_id = ?1 AND voided_at IS NULL AND ?2 = 0
              UNION ALL SELECT seq, checked_at, 1 FROM door_check WHERE ?2 < 0 AND ticket_type_id = -?2
               AND ticket_type_id IS NOT NULL AND attendee_id = ?1 AND voided_at IS NULL
              UNION ALL SELECT seq, checked_at, 1 FROM door_check WHERE ?2 > 0 AND addon_id = ?2
               AND addon_id IS NOT NULL AND attendee_id = ?1 AND voided_at IS NULL
              UNION ALL SELECT seq, checked_out_at, 0 FROM check_out WHERE attendee_id = ?1 AND voided_at IS NULL
               AND ifnull(ifnull(-ticket_type_id, addon_id), 0) IN (0, ?2))
             WHERE seq < ?3 AND (entry = 0 OR at >= ?4) ORDER BY seq DESC LIMIT 1
            """;

    @Override
    public Ruling rule(Db db, Post post, Scan scan, Person person) {
        return new Ruling.Allowed((recording, _) -> record(recording, post, scan, person), false);
    }

    private Optional<Verdict> record(Db db, Post post, Scan scan, Person person) throws SQLException {
        Instant since = roster.terms(db, post.conference()).insideSince(scan.at());
        boolean inside = isInside(db, person, since);
        Optional<Long> ticket = door.filter(product -> product.kind() == Product.Kind.TICKET_TYPE).map(Product::id);
        Optional<Long> addon = door.filter(product -> product.kind() == Product.Kind.ADDON).map(Product::id);
        boolean recorded = db.insertOnce(RECORD, db.place(), scan.id(), post.conference().id(), person.id(), ticket,
                addon, scan.at(), post.staffId(), post.stationId(), scan.note());
        return recorded ? Optional.of(answer(db, post, scan, person, inside)) : Optional.empty();
    }

    private boolean isInside(Db db, Person person, Instant since) throws SQLException {
        return door.isEmpty() ? Presence.party(db, person, since).in() > 0
                : Presence.isInside(db, person.id(), place(), since);
    }

    private long place() {
        return door.map(Product::door).orElse(Presence.VENUE);
    }

    @Override
    public Optional<Verdict> earlierAnswer(Db db, Post post, Scan scan, Person person) throws SQLException {
        Optional<Long> seq = db.one(row -> row.getLong(1), RECORDED, scan.id(), person.id(), place());
        if (seq.isEmpty()) {
            return Optional.empty();
        }
        Instant since = roster.terms(db, post.conference()).insideSince(scan.at());
        boolean inside = db.number(LAST_MOVEMENT, person.id(), place(), seq.get(), since) != 0;
        return Optional.of(answer(db, post, scan, person, inside));
    }

    private Verdict answer(Db db, Post post, Scan scan, Person person, boolean inside) throws SQLException {
        Instant since = roster.terms(db, post.conference()).insideSince(scan.at());
        int left = Presence.people(db, post.conference(), place(), since);
        Optional<String> name = door.map(Product::name);
        int count = count(db, post, person);
        return inside ? new Verdict.CheckedOut(person.attendee(), scan.at(), name, left, count)
                : new Verdict.NotInside(person.attendee(), scan.at(), name, left, count);
    }

    @Override
    public int count(Db db, Post post, Person person) throws SQLException {
        return door.isPresent() ? new DoorRule(roster, door.get()).count(db, post, person) : CheckIns.count(db, person);
    }
}
