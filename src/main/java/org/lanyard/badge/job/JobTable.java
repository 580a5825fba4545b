package org.lanyard.badge.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanyard.ledger.Db;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Sentence;

/** The table {@code badge_job}, within a transaction. */
final class JobTable {

    private static final String JOBS = """
            SELECT id, attendee_id, access_code, name, iif(failure IS NULL, state, 'failed'), printer, again, ifnull(reason, ''), made_at, changed_at, station,
                   staff, spooled, check_in_void, failure
              FROM badge_job_shown
            """;

    private JobTable() {}

    private static PrintJob job(ResultSet row) throws SQLException {
        return new PrintJob(UUID.fromString(row.getString(1)), row.getLong(2), row.getString(3), row.getString(4),
                PrintState.of(row.getString(5)), row.getString(6), row.getInt(7) != 0, row.getString(8),
                Instant.ofEpochMilli(row.getLong(9)), Instant.ofEpochMilli(row.getLong(10)), row.getString(11),
                row.getString(12), Optional.ofNullable(row.getString(13)), row.getInt(14) != 0,
                Optional.ofNullable(row.getString(15)).map(Sentence::ofLine));
    }

    static void add(Db db, UUID id, PrintOrder order, Instant at) throws SQLException {
        db.insert("""
                INSERT INTO badge_job (id, conference_id, attendee_id, check_in_id, station_id, printer, again, reason,
                                       made_at, made_by, changed_at)
                VALUES (?, ?, ?, ?, nullif(?, 0), ?, ?, ?, ?9, ?, ?9)
                """, id, order.conference(), order.attendee(), order.checkIn(), order.station(), order.printer(),
                order.reason().isPresent(), order.reason(), at, order.staff());
    }

    static Optional<PrintJob> byId(Db db, UUID id) throws SQLException {
        return db.one(JobTable::job, JOBS + " WHERE id = ?", id);
    }

    static Optional<PrintJob> first(Db db, long attendee) throws SQLException {
        return db.one(JobTable::job, JOBS + " WHERE attendee_id = ? AND again = 0 AND state <> 'cancelled'", attendee);
    }

    static List<PrintJob> of(Db db, long attendee) throws SQLException {
        return db.list(JobTable::job, JOBS + " WHERE attendee_id = ? ORDER BY seq", attendee);
    }

    static List<PrintJob> all(Db db, Conference conference) throws SQLException {
        return db.list(JobTable::job, JOBS + " WHERE conference_id = ? ORDER BY seq", conference.id());
    }

    static Optional<PrintJob> next(Db db, String printer) throws SQLException {
        return db.one(JobTable::job, JOBS + " WHERE printer = ? AND state = 'queued' ORDER BY seq LIMIT 1", printer);
    }

    static List<PrintJob> unknown(Db db, Conference conference) throws SQLException {
        return db.list(JobTable::job, JOBS
                + " WHERE conference_id = ? AND state = 'unknown' AND answered = 0 ORDER BY seq", conference.id());
    }

    static List<PrintJob> open(Db db, Conference conference) throws SQLException {
        return db.list(JobTable::job, JOBS + """
                 WHERE conference_id = ? AND seq IN (
                         SELECT seq FROM badge_job WHERE state IN ('queued', 'sending') UNION ALL
                         SELECT seq FROM badge_job WHERE state = 'unknown' AND answered = 0 UNION ALL
                         SELECT seq FROM badge_job WHERE failure IS NOT NULL AND answered = 0)
                 ORDER BY seq
                """, conference.id());
    }

    static long failed(Db db) throws SQLException {
        return db.number("SELECT count(*) FROM badge_job WHERE failure IS NOT NULL AND answered = 0");
    }

    static Optional<PrintJob> ofCheckIn(Db db, UUID checkIn) throws SQLException {
        return db.one(JobTable::job, JOBS + " WHERE check_in_id = ? ORDER BY seq LIMIT 1", checkIn);
    }

    static void closeQuestion(Db db, UUID id) throws SQLException {
        db.run("UPDATE badge_job SET answered = 1 WHERE id = ? AND (state = 'unknown' OR failure IS NOT NULL)", id);
    }

    static long waiting(Db db) throws SQLException {
        return db.number("SELECT count(*) FROM badge_job WHERE state IN ('queued', 'sending')");
    }

    static long sending(Db db) throws SQLException {
        return db.number("SELECT count(*) FROM badge_job WHERE state = 'sending'");
    }

    static int brokenOff(Db db, Instant at) throws SQLException {
        return db.run("UPDATE badge_job SET state = 'unknown', changed_at = ? WHERE state = 'sending'", at);
    }

    static List<String> waitingPrinters(Db db) throws SQLException {
        return db.list(row -> row.getString(1),
                "SELECT DISTINCT printer FROM badge_job WHERE state IN ('queued', 'sending')");
    }

    /** False where it is not in the first of these states any more. */
    static boolean move(Db db, UUID id, PrintState from, PrintState to, Instant at) throws SQLException {
        return db.run("UPDATE badge_job SET state = ?, changed_at = ? WHERE id = ? AND state = ?", to.word(), at, id,
                from.word()) == 1;
    }

    static void fail(Db db, UUID id, Sentence why, Instant at) throws SQLException {
        db.run("UPDATE badge_job SET state = 'cancelled', failure = ?, changed_at = ? WHERE id = ? AND state = 'queued'",
                why.line(), at, id);
    }

    static void spooled(Db db, UUID id, String name) throws SQLException {
        db.insert("UPDATE badge_job SET spooled = ? WHERE id = ?", name, id);
    }

    /** One is sent at a time by the process that has the turn: another one that is being sent was broken off. */
    static int brokenOff(Db db, String printer, Instant at) throws SQLException {
        return db.run("UPDATE badge_job SET state = 'unknown', changed_at = ? WHERE printer = ? AND state = 'sending'", at,
                printer);
    }

    static void closeQuestions(Db db, long attendee) throws SQLException {
        db.run("UPDATE badge_job SET answered = 1 WHERE attendee_id = ? AND (state = 'unknown' OR failure IS NOT NULL)",
                attendee);
    }

    static long conference(Db db, UUID id) throws SQLException {
        return db.number("SELECT conference_id FROM badge_job WHERE id = ?", id);
    }
}
