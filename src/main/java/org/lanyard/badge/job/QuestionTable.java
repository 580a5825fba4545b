package org.lanyard.badge.job;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.lanyard.ledger.Db;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Post;

/** The table {@code badge_question}, within a transaction. */
final class QuestionTable {

    private QuestionTable() {}

    static void ask(Db db, Post post, UUID checkIn, long attendee, PrintQuestion.Ask ask, Instant at) throws SQLException {
        db.run("""
                INSERT INTO badge_question (attendee_id, conference_id, check_in_id, station_id, kind, asked_at)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """, attendee, post.conference().id(), checkIn, post.stationId(), ask.name().toLowerCase(Locale.ROOT),
                at);
    }

    static List<PrintQuestion> all(Db db, Conference conference) throws SQLException {
        return db.list(row -> new PrintQuestion(PrintQuestion.Ask.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                row.getLong(2), row.getString(3), row.getString(4), Optional.empty()), """
                        SELECT kind, attendee_id, access_code, name FROM badge_question_shown
                         WHERE conference_id = ? ORDER BY asked_at
                        """, conference.id());
    }

    static Optional<UUID> checkIn(Db db, long attendee) throws SQLException {
        return db.one(row -> UUID.fromString(row.getString(1)),
                "SELECT check_in_id FROM badge_question WHERE attendee_id = ?", attendee);
    }

    static boolean isAsked(Db db, UUID checkIn) throws SQLException {
        return db.number("SELECT count(*) FROM badge_question WHERE check_in_id = ?", checkIn) > 0;
    }

    static void remove(Db db, long attendee) throws SQLException {
        db.run("DELETE FROM badge_question WHERE attendee_id = ?", attendee);
    }
}
