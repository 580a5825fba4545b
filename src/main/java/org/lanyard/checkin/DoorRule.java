package org.lanyard.checkin;

import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanyard.ledger.Db;
import org.lanyard.roster.Person;
import org.lanyard.scan.Post;
import org.lanyard.scan.Product;
import org.lanyard.scan.Role;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Seen;
import org.lanyard.scan.Verdict;
import org.lanyard.scan.Verdict.Occupancy;
import org.lanyard.venue.Venue;

/** One admission to a sub-event: recorded first, then worded from what stands before it in the journal. */
final class DoorRule {

    private static final String RECORD = """
            INSERT INTO door_check (seq, id, conference_id, attendee_id, ticket_type_id, addon_id, checked_at,
                                    checked_by, station_id, note, overridden)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final Map<Product.Kind, String> LAST = forEachKind("""
            SELECT door_check.checked_at, station.name, staff_member.name
              FROM door_check JOIN station ON station.id = door_check.station_id
              LEFT JOIN staff_member ON staff_member.id = door_check.checked_by
             WHERE door_check.%s = ? AND attendee_id = ? AND voided_at IS NULL AND seq < ?
             ORDER BY seq DESC LIMIT 1
            """);
    private static final Map<Product.Kind, String> COUNT = forEachKind(
            "SELECT count(*) FROM door_check WHERE %s = ? AND attendee_id = ? AND voided_at IS NULL AND seq <= ?");
    private static final Map<Product.Kind, String> RECORDED = forEachKind(
            "SELECT seq FROM door_check WHERE id = ? AND attendee_id = ? AND %s = ?");
    private static final String OVERRIDDEN = "SELECT overridden FROM door_check WHERE seq = ?";

    private static Map<Product.Kind, String> forEachKind(String sql) {
        Map<Product.Kind, String> statements = new EnumMap<>(Product.Kind.class);
        for (Product.Kind kind : Product.Kind.values()) {
            statements.put(kind, sql.formatted(Venue.column(kind)));
        }
        return statements;
    }

    Verdict decide(Db db, Post post, Scan scan, Person person, Product product) throws SQLException {
        if (!person.holds(product)) {
            List<String> instead = person.bought();
            return new Verdict.NotPurchased(person.attendee(), product.name(), instead,
                    person.inactiveStatusOf(product).orElse(null));
        }
        boolean again = count(db, person, product, Long.MAX_VALUE) > 0;
        Occupancy before = Venue.occupancy(db, product);
        boolean full = !again && before.capacity() != null && before.admitted() >= before.capacity();
        if (full && !(scan.override() && post.allows(Role.LEAD))) {
            return new Verdict.DoorFull(person.attendee(), before);
        }
        boolean ticket = product.kind() == Product.Kind.TICKET_TYPE;
        try {
            long seq = db.place();
            db.run(RECORD, seq, scan.id(), post.conference().id(), person.id(), ticket ? product.id() : null,
                    ticket ? null : product.id(), scan.at(), post.staffId(), post.stationId(), scan.note(), full);
            return worded(db, person, product, scan.at(), seq);
        } catch (SQLException refused) {
            // the database refused a second record of one scan, and undid that statement alone
            return before(db, scan, person, product).orElseThrow(() -> refused);
        }
    }

    Optional<Verdict> before(Db db, Scan scan, Person person, Product product) throws SQLException {
        Optional<Long> seq = db.one(row -> row.getLong(1), RECORDED.get(product.kind()), scan.id(), person.id(),
                product.id());
        return seq.isEmpty() ? Optional.empty() : Optional.of(worded(db, person, product, scan.at(), seq.get()));
    }

    private Verdict worded(Db db, Person person, Product product, Instant at, long seq) throws SQLException {
        Optional<Seen> last = db.one(row -> new Seen(Db.instant(row, 1), row.getString(2), row.getString(3)),
                LAST.get(product.kind()), product.id(), person.id(), seq);
        Occupancy now = Venue.occupancy(db, product);
        return last.isPresent()
                ? new Verdict.AdmittedAgain(person.attendee(), at, now, last.get(), count(db, person, product, seq))
                : new Verdict.Admitted(person.attendee(), at, now, db.number(OVERRIDDEN, seq) != 0);
    }

    /** Live admissions up to a place in the journal. */
    int count(Db db, Person person, Product product, long seq) throws SQLException {
        return (int) db.number(COUNT.get(product.kind()), product.id(), person.id(), seq);
    }
}
