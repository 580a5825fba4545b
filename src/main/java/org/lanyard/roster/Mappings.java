package org.lanyard.roster;

import java.sql.SQLException;
import java.util.Optional;
import org.lanyard.ledger.Db;

final class Mappings {

    private Mappings() {}

    static Optional<String> of(Db db, long conference, String headers) throws SQLException {
        return db.one(row -> row.getString(1),
                "SELECT answers FROM roster_mapping WHERE conference_id = ? AND headers = ?", conference, headers);
    }

    static int keep(Db db, long conference, String headers, String answers) throws SQLException {
        return db.run("""
                INSERT INTO roster_mapping (conference_id, headers, answers) VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET answers = excluded.answers
                """, conference, headers, answers);
    }

    static int forget(Db db, long conference, String headers) throws SQLException {
        return db.run("DELETE FROM roster_mapping WHERE conference_id = ? AND headers = ?", conference, headers);
    }
}
