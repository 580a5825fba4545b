package org.lanyard.checkin;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lanyard.ledger.Db;
import org.lanyard.roster.Person;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Party;

/**
 * People inside the venue and its rooms (R33), within a transaction. Movements before {@code since} do not count. At the
 * venue an entry adds one of a party and an exit takes one; a room holds the whole party or nobody (R10).
 */
public final class Presence {

    /** Stands for the venue where a product's {@link org.lanyard.scan.Product#door} stands for a room. */
    public static final long VENUE = 0;

    private static final String ONE = """
            SELECT 1 FROM presence WHERE attendee_id = ? AND door = ? AND entered_seq > left_seq AND entered_at >= ?
            """;
    private static final String AT_VENUE = """
            SELECT count(*) FROM presence
             WHERE conference_id = ? AND door = 0 AND entered_seq > left_seq AND entered_at >= ?
            """;
    private static final String IN_ROOM = """
            SELECT ifnull(sum(size), 0) FROM presence JOIN party USING (attendee_id)
             WHERE conference_id = ? AND door = ? AND door <> 0 AND entered_seq > left_seq AND entered_at >= ?
            """;
    private static final String ENTRIES = """
            SELECT seq, checked_in_at FROM check_in
             WHERE attendee_id IN (SELECT attendee_id FROM same_person WHERE goes_on = ?) AND voided_at IS NULL
            """;
    private static final String EXITS = """
            SELECT seq FROM check_out
             WHERE attendee_id IN (SELECT attendee_id FROM same_person WHERE goes_on = ?)
               AND voided_at IS NULL AND ticket_type_id IS NULL AND addon_id IS NULL
            """;

    private Presence() {}

    private record Movement(long seq, boolean entry) {}

    public static boolean isInside(Db db, long attendee, long door, Instant since) throws SQLException {
        return db.number(ONE, attendee, door, since) != 0;
    }

    public static Party party(Db db, Person person, Instant since) throws SQLException {
        int size = person.details().party();
        if (size > 1) {
            return new Party(size, inside(db, person.id(), size, since));
        }
        return new Party(1, isInside(db, person.id(), VENUE, since) ? 1 : 0);
    }

    public static int inside(Db db, long attendee, int size, Instant since) throws SQLException {
        List<Movement> movements = new ArrayList<>();
        db.each(row -> row.getLong(2) >= since.toEpochMilli() && movements.add(new Movement(row.getLong(1), true)),
                ENTRIES, attendee);
        db.each(row -> movements.add(new Movement(row.getLong(1), false)), EXITS, attendee);
        movements.sort(Comparator.comparingLong(Movement::seq));
        int inside = 0;
        for (Movement movement : movements) {
            inside = movement.entry() ? Math.min(size, inside + 1) : Math.max(0, inside - 1);
        }
        return inside;
    }

    public static int people(Db db, Conference conference, long door, Instant since) throws SQLException {
        if (door != VENUE) {
            return (int) db.number(IN_ROOM, conference.id(), door, since);
        }
        int people = (int) db.number(AT_VENUE, conference.id(), since);
        record Several(long attendee, int size) {}
        for (Several several : db.list(row -> new Several(row.getLong(1), row.getInt(2)),
                "SELECT attendee_id, size FROM several WHERE conference_id = ? AND size > 1", conference.id())) {
            people += inside(db, several.attendee(), several.size(), since)
                    - (isInside(db, several.attendee(), VENUE, since) ? 1 : 0);
        }
        return people;
    }
}
