package org.lanyard.checkin;

import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.lanyard.ledger.Db;
import org.lanyard.roster.Person;
import org.lanyard.scan.Post;
import org.lanyard.scan.Product;
import org.lanyard.scan.Role;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Seen;
import org.lanyard.scan.Verdict.Occupancy;
import org.lanyard.scan.Verdict;
import org.lanyard.venue.Venue;

/** Admission to a sub-event (R14 to R17): recorded first, then answered from what stands before it in the journal. */
public record DoorRule(Product product) implements Rule {

    private static final String RECORD = """
            INSERT INTO door_check (seq, id, conference_id, attendee_id, ticket_type_id, addon_id, checked_at,
                                    checked_by, station_id, note, overridden)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final Map<Product.Kind, String> LAST = forEachKind("""
            SELECT checked_at, station_id, checked_by FROM door_check
             WHERE %s = ? AND attendee_id = ? AND voided_at IS NULL AND seq < ? ORDER BY seq DESC LIMIT 1
            """);
    private static final Map<Product.Kind, String> COUNT = forEachKind(
            "SELECT count(*) FROM door_check WHERE %s = ? AND attendee_id = ? AND voided_at IS NULL AND seq <= ?");
    private static final Map<Product.Kind, String> RECORDED = forEachKind(
            "SELECT seq FROM door_check WHERE id = ? AND attendee_id = ? AND %s = ?");
    private static final Map<Product.Kind, String> PEOPLE = forEachKind(
            "SELECT count(DISTINCT attendee_id) FROM door_check WHERE %s = ? AND voided_at IS NULL");
    private static final String OVERRIDDEN = "SELECT overridden FROM door_check WHERE seq = ?";

    private static Map<Product.Kind, String> forEachKind(String sql) {
        Map<Product.Kind, String> statements = new EnumMap<>(Product.Kind.class);
        for (Product.Kind kind : Product.Kind.values()) {
            statements.put(kind, sql.formatted(Venue.column(kind)));
        }
        return statements;
    }

    @Override
    public Ruling rule(Db db, Post post, Scan scan, Person person) throws SQLException {
        if (!person.holds(product)) {
            return new Ruling.Answered(new Verdict.NotPurchased(person.attendee(), product.name(), person.bought(),
                    person.inactiveStatusOf(product).orElse(null)));
        }
        Occupancy before = occupancy(db);
        boolean full = before.full() && count(db, post, person) == 0;
        if (full && !(scan.override() && post.allows(Role.LEAD))) {
            return new Ruling.Answered(new Verdict.DoorFull(person.attendee(), before));
        }
        return new Ruling.Allowed(recording -> record(recording, post, scan, person, full));
    }

    private Optional<Verdict> record(Db db, Post post, Scan scan, Person person, boolean overridden) throws SQLException {
        boolean ticket = product.kind() == Product.Kind.TICKET_TYPE;
        long seq = db.place();
        boolean recorded = db.insertOnce(RECORD, seq, scan.id(), post.conference().id(), person.id(),
                ticket ? product.id() : null, ticket ? null : product.id(), scan.at(), post.staffId(),
                post.stationId(), scan.note(), overridden);
        return recorded ? Optional.of(answer(db, person, scan.at(), seq)) : Optional.empty();
    }

    @Override
    public Optional<Verdict> earlierAnswer(Db db, Post post, Scan scan, Person person) throws SQLException {
        Optional<Long> seq = db.one(row -> row.getLong(1), RECORDED.get(product.kind()), scan.id(), person.id(),
                product.id());
        return seq.isEmpty() ? Optional.empty() : Optional.of(answer(db, person, scan.at(), seq.get()));
    }

    @Override
    public int count(Db db, Post post, Person person) throws SQLException {
        return count(db, person, Long.MAX_VALUE);
    }

    private Verdict answer(Db db, Person person, Instant at, long seq) throws SQLException {
        Optional<Seen> last = db.one(row -> Venue.seen(db, row, 1), LAST.get(product.kind()), product.id(), person.id(),
                seq);
        Occupancy now = occupancy(db);
        return last.isPresent()
                ? new Verdict.AdmittedAgain(person.attendee(), at, now, last.get(), count(db, person, seq))
                : new Verdict.Admitted(person.attendee(), at, now, db.number(OVERRIDDEN, seq) != 0);
    }

    private Occupancy occupancy(Db db) throws SQLException {
        return new Occupancy(product.name(), (int) db.number(PEOPLE.get(product.kind()), product.id()),
                Venue.capacity(db, product));
    }

    /** Live admissions up to a place in the journal. */
    private int count(Db db, Person person, long seq) throws SQLException {
        return (int) db.number(COUNT.get(product.kind()), product.id(), person.id(), seq);
    }
}
