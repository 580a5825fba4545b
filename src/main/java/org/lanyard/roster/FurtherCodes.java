package org.lanyard.roster;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.lanyard.ledger.Db;

/** Codes beside the access code that open as well (R35). */
final class FurtherCodes {

    private static final String OWNER =
            "SELECT attendee_id, blocked <> '' FROM attendee_code WHERE conference_id = ? AND code = ?";
    private static final String EXACTLY = """
            SELECT id FROM attendee WHERE conference_id = ?1 AND access_code IN (?2, upper(?2), lower(?2))
            UNION ALL SELECT attendee_id FROM attendee_code
             WHERE conference_id = ?1 AND code IN (?2, upper(?2), lower(?2))
            UNION ALL SELECT attendee_id FROM orders JOIN attendee_order ON order_id = orders.id
             WHERE conference_id = ?1 AND reference IN (?2, upper(?2), lower(?2))
            """;
    private static final String OF = "SELECT code FROM attendee_code WHERE attendee_id = ? ORDER BY code";

    private FurtherCodes() {}

    static Optional<Lookup> owner(Db db, long conference, String code) throws SQLException {
        record Owner(long attendee, boolean blocked) {}
        Optional<Owner> owner = db.one(row -> new Owner(row.getLong(1), row.getInt(2) != 0), OWNER, conference, code);
        return owner.isEmpty() ? Optional.empty() : People.byId(db, owner.get().attendee())
                .map(person -> new Lookup.Found(person, owner.get().blocked()));
    }

    static List<String> of(Db db, long attendee) throws SQLException {
        return db.list(row -> row.getString(1), OF, attendee);
    }

    /** Ids of those with exactly this code or order reference, in any case. */
    static List<Long> exactly(Db db, long conference, String text) throws SQLException {
        return db.list(row -> row.getLong(1), EXACTLY, conference, text);
    }
}
