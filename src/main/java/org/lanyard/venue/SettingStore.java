package org.lanyard.venue;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lanyard.ledger.Db;

/** The table {@code setting}, within a transaction. */
final class SettingStore {

    Map<String, String> all(Db db) throws SQLException {
        Map<String, String> all = new HashMap<>();
        db.each(row -> all.put(row.getString(1), row.getString(2)), "SELECT key, value FROM setting");
        return all;
    }

    Optional<String> get(Db db, String key) throws SQLException {
        return db.one(row -> row.getString(1), "SELECT value FROM setting WHERE key = ?", key);
    }

    /** Empty text removes the row. */
    void put(Db db, String key, Optional<String> text) throws SQLException {
        if (text.isPresent()) {
            db.run("INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
                    key, text.get());
        } else {
            db.run("DELETE FROM setting WHERE key = ?", key);
        }
    }
}
