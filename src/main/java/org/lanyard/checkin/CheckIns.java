package org.lanyard.checkin;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.lanyard.ledger.Db;
import org.lanyard.roster.Person;
import org.lanyard.scan.Post;
import org.lanyard.scan.Product;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Verdict;

/**
 * Who may enter: check-ins to the venue and door checks to what takes place in it. Everything here runs on the writer,
 * within the transaction that records it.
 */
public final class CheckIns {

    private final CheckInRule checkIn = new CheckInRule();
    private final DoorRule door = new DoorRule();

    /** R9 to R12, for somebody with an active order. */
    public Verdict checkIn(Db db, Post post, Scan scan, Person person) throws SQLException {
        return checkIn.decide(db, post, scan, person);
    }

    /** R14 to R17, for somebody with an active order. */
    public Verdict admit(Db db, Post post, Scan scan, Person person, Product product) throws SQLException {
        return door.decide(db, post, scan, person, product);
    }

    /** What this scan was answered before it came again; empty where it led to no check-in yet (R27). */
    public Optional<Verdict> checkedInBefore(Db db, Scan scan, Person person) throws SQLException {
        return checkIn.before(db, scan, person);
    }

    /** What this scan was answered before it came again; empty where it led to no admission here yet (R27). */
    public Optional<Verdict> admittedBefore(Db db, Scan scan, Person person, Product product) throws SQLException {
        return door.before(db, scan, person, product);
    }

    /** Live check-ins of this attendee, one made elsewhere included. */
    public int checkIns(Db db, Person person) throws SQLException {
        return checkIn.count(db, person, Long.MAX_VALUE);
    }

    /** Live admissions of this attendee at this door. */
    public int admissions(Db db, Person person, Product product) throws SQLException {
        return door.count(db, person, product, Long.MAX_VALUE);
    }

    /** The attendee's first check-in, ours or made elsewhere (R10, R24); empty where there is none. */
    public Optional<Instant> firstCheckIn(Db db, Person person) throws SQLException {
        return db.one(row -> Db.instant(row, 1),
                "SELECT checked_in_at FROM first_check_in WHERE attendee_id = ? AND checked_in_at IS NOT NULL",
                person.id());
    }
}
