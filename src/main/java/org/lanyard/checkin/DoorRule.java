package org.lanyard.checkin;

import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.lanyard.ledger.Db;
import org.lanyard.roster.Person;
import org.lanyard.roster.Roster;
import org.lanyard.roster.Terms;
import org.lanyard.scan.Post;
import org.lanyard.scan.Product;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Seen;
import org.lanyard.scan.Verdict.Occupancy;
import org.lanyard.scan.Verdict;
import org.lanyard.venue.Door;
import org.lanyard.venue.Venue;

/** Admission to a sub-event (R14 to R17, R32): recorded first, then answered from what stands before it in the journal. */
public record DoorRule(Roster roster, Product product) implements Rule {

    private static final String RECORD = """
            INSERT INTO door_check (seq, id, conference_id, attendee_id, ticket_type_id, addon_id, checked_at,
                                    checked_by, station_id, note, overridden, inside_since)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final Map<Product.Kind, String> LAST = forEachKind("""
            SELECT checked_at, station_id, checked_by FROM door_check
             WHERE %s = ?1 AND voided_at IS NULL AND seq < ?3
               AND attendee_id IN (SELECT attendee_id FROM same_person WHERE goes_on = ?2) ORDER BY seq DESC LIMIT 1
            """);
    private static final Map<Product.Kind, String> COUNT = forEachKind("""
            SELECT count(*) FROM door_check WHERE %s = ?1 AND voided_at IS NULL AND seq <= ?3
               AND attendee_id IN (SELECT attendee_id FROM same_person WHERE goes_on = ?2)
            """);
    private static final Map<Product.Kind, String> RECORDED = forEachKind(
            "SELECT seq FROM door_check WHERE id = ? AND attendee_id = ? AND %s = ?");
    private static final String ADMITTED = """
            SELECT ifnull(sum(size), 0) FROM presence JOIN party USING (attendee_id)
             WHERE conference_id = ? AND door = ? AND door <> 0 AND entered_seq > 0
            """;
    private static final Map<Product.Kind, String> STILL_HOLDING = forEachKind(ADMITTED.stripTrailing()
            + " AND EXISTS (SELECT 1 FROM holding WHERE holding.attendee_id = presence.attendee_id AND %s = ?)");
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
        Terms terms = roster.terms(db, post.conference());
        Terms.Availability times = terms.of(product);
        boolean notNow = !times.valid(scan.at(), terms.zone());
        if (notNow && !post.overrides(scan)) {
            return new Ruling.Answered(new Verdict.NotValidNow(person.attendee(), product.name(), times.valid(), 0,
                    Optional.empty()));
        }
        Door door = Venue.door(db, product);
        Instant since = terms.insideSince(scan.at());
        boolean seat = door.capacity() != null && !hasPlace(db, post, person, door, since);
        Optional<Verdict> full = seat ? refuseBeyondCapacity(db, post, person, door, since) : Optional.empty();
        if (full.isPresent() && !post.overrides(scan)) {
            return new Ruling.Answered(full.get());
        }
        return new Ruling.Allowed((recording, overridden) -> record(recording, post, scan, person,
                new Marks(overridden || notNow || full.isPresent(), door.capacity() == null ? null : since)),
                seat && full.isEmpty());
    }

    // R17: whoever has a place already needs no other.
    private boolean hasPlace(Db db, Post post, Person person, Door door, Instant since) throws SQLException {
        return door.countExits() ? Presence.isInside(db, person.id(), product.door(), since) : count(db, post, person) > 0;
    }

    private Optional<Verdict> refuseBeyondCapacity(Db db, Post post, Person person, Door door, Instant since)
            throws SQLException {
        Occupancy before = occupancy(db, post, door, since, person.details().party());
        return before.admitted() + person.details().party() <= Objects.requireNonNull(door.capacity()) ? Optional.empty()
                : Optional.of(new Verdict.DoorFull(person.attendee(), before));
    }

    private record Marks(boolean overridden, @Nullable Instant insideSince) {}

    private Optional<Verdict> record(Db db, Post post, Scan scan, Person person, Marks marks) throws SQLException {
        boolean ticket = product.kind() == Product.Kind.TICKET_TYPE;
        long seq = db.place();
        boolean recorded = db.insertOnce(RECORD, seq, scan.id(), post.conference().id(), person.id(),
                ticket ? product.id() : null, ticket ? null : product.id(), scan.at(), post.staffId(),
                post.stationId(), scan.note(), marks.overridden(), marks.insideSince());
        return recorded ? Optional.of(answer(db, post, scan, person, seq)) : Optional.empty();
    }

    private String sql(Map<Product.Kind, String> each) {
        return Objects.requireNonNull(each.get(product.kind()));
    }

    @Override
    public Optional<Verdict> earlierAnswer(Db db, Post post, Scan scan, Person person) throws SQLException {
        Optional<Long> seq = db.one(row -> row.getLong(1), sql(RECORDED), scan.id(), person.id(),
                product.id());
        return seq.isEmpty() ? Optional.empty() : Optional.of(answer(db, post, scan, person, seq.get()));
    }

    @Override
    public int count(Db db, Post post, Person person) throws SQLException {
        return count(db, person, Long.MAX_VALUE);
    }

    private Verdict answer(Db db, Post post, Scan scan, Person person, long seq) throws SQLException {
        Optional<Seen> last = db.one(row -> Venue.seen(db, row, 1), sql(LAST), product.id(), person.id(),
                seq);
        Occupancy now = occupancy(db, post, Venue.door(db, product), roster.terms(db, post.conference())
                .insideSince(scan.at()), 0);
        boolean overridden = db.number(OVERRIDDEN, seq) != 0;
        return last.isPresent()
                ? new Verdict.AdmittedAgain(person.attendee(), scan.at(), now, last.get(), count(db, person, seq),
                        overridden)
                : new Verdict.Admitted(person.attendee(), scan.at(), now, overridden);
    }

    // People inside, where the door counts exits; else those admitted, and where that would not leave room, only those
    // who still hold the product.
    private Occupancy occupancy(Db db, Post post, Door door, Instant since, int more) throws SQLException {
        OptionalInt capacity = door.capacity() == null ? OptionalInt.empty() : OptionalInt.of(door.capacity());
        if (door.countExits()) {
            return new Occupancy(product.name(), Presence.people(db, post.conference(), product.door(), since), capacity);
        }
        long conference = post.conference().id();
        int admitted = (int) db.number(ADMITTED, conference, product.door());
        return new Occupancy(product.name(), capacity.isEmpty() || admitted + more <= capacity.getAsInt() ? admitted
                : (int) db.number(sql(STILL_HOLDING), conference, product.door(), product.id()), capacity);
    }

    // Live admissions up to a place in the journal.
    private int count(Db db, Person person, long seq) throws SQLException {
        return (int) db.number(sql(COUNT), product.id(), person.id(), seq);
    }
}
