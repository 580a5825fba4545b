package org.lanyard.checkin;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.lanyard.ledger.Db;
import org.lanyard.roster.Person;

/** The check-ins that there are, within a transaction. */
public final class CheckIns {

    private CheckIns() {}

    public static int count(Db db, Person person) throws SQLException {
        return CheckInRule.count(db, person, Long.MAX_VALUE);
    }

    /** The attendee's first check-in, ours or made elsewhere (R10, R24); empty where there is none. */
    public static Optional<Instant> first(Db db, Person person) throws SQLException {
        return db.one(row -> Db.instant(row, 1),
                "SELECT checked_in_at FROM first_check_in WHERE attendee_id = ? AND checked_in_at IS NOT NULL",
                person.id());
    }
}
