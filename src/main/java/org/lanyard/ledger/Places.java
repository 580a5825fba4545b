package org.lanyard.ledger;

import java.sql.SQLException;

/** The numbers of the journal, over every kind of record (R28). */
final class Places {

    // More than any conference records; a record with this number or a greater one is out of order.
    private static final long MOST = 1L << 40;
    // Free numbers above a record; one with fewer is out of order too, so that the journal can go on below it.
    private static final long ROOM = 1L << 32;

    private static final String LAST_BELOW = """
            SELECT max(ifnull((SELECT max(seq) FROM check_in WHERE seq < ?1), 0),
                       ifnull((SELECT max(seq) FROM door_check WHERE seq < ?1), 0),
                       ifnull((SELECT max(seq) FROM product_redemption WHERE seq < ?1), 0),
                       ifnull((SELECT max(seq) FROM check_out WHERE seq < ?1), 0),
                       ifnull((SELECT max(seq) FROM refusal WHERE seq < ?1), 0),
                       ifnull((SELECT max(seq) FROM correction WHERE seq < ?1), 0)) AS last
            """;

    private Places() {}

    /** The lowest number that no new record may reach: that of the first record out of order. */
    static long ceiling(Db db) throws SQLException {
        long ceiling = MOST;
        for (long last = lastBelow(db, ceiling); last > 0 && ceiling - last < ROOM; last = lastBelow(db, ceiling)) {
            ceiling = last;
        }
        return ceiling;
    }

    /** The greatest number of a record below this one; 0 where there is none. */
    static long lastBelow(Db db, long ceiling) throws SQLException {
        return db.number(LAST_BELOW, ceiling);
    }
}
