package org.lanyard.roster;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.lanyard.ledger.Db;

/** People who share an order (R36), within a transaction. */
final class Groups {

    private static final String LOCAL = "LOCAL-";
    private static final String MEMBERS = """
            SELECT link.attendee_id FROM orders JOIN attendee_order link ON link.order_id = orders.id
             WHERE orders.conference_id = ? AND orders.reference = ? ORDER BY link.attendee_id
            """;

    private static final String SHARED = """
            SELECT reference FROM attendee_order mine JOIN orders ON orders.id = mine.order_id
             WHERE mine.attendee_id = ?1 AND EXISTS (SELECT 1 FROM attendee_order other
                    WHERE other.order_id = mine.order_id AND other.attendee_id <> ?1)
             ORDER BY mine.position DESC LIMIT 1
            """;

    private Groups() {}

    /** Everybody on the order with exactly this reference, which its source named; one alone is that person. */
    static Optional<Lookup> of(Db db, long conference, String reference) throws SQLException {
        List<Person> people = isMadeUp(reference) ? List.of() : members(db, conference, reference);
        return switch (people.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(Lookup.Found.of(people.getFirst()));
            default -> Optional.of(new Lookup.Group(reference, people));
        };
    }

    static Optional<Lookup.Group> with(Db db, long conference, long attendee) throws SQLException {
        Optional<String> reference = db.one(row -> row.getString(1), SHARED, attendee);
        return reference.isEmpty() ? Optional.empty()
                : Optional.of(new Lookup.Group(reference.get(), members(db, conference, reference.get())));
    }

    static List<Person> members(Db db, long conference, String reference) throws SQLException {
        return People.byIds(db, db.list(row -> row.getLong(1), MEMBERS, conference, reference));
    }

    private static boolean isMadeUp(String reference) {
        return reference.startsWith(StatedRoster.MADE_UP) || reference.startsWith(LOCAL);
    }
}
