package org.lanyard.venue;

import java.sql.SQLException;
import org.lanyard.ledger.Db;

/**
 * Stations and staff by name, as other stations of the venue know them, within a transaction; a new name becomes a new
 * station, or a new volunteer.
 */
public final class Names {

    private Names() {}

    public static String ofStation(Db db, long id) throws SQLException {
        return db.one(row -> row.getString(1), "SELECT name FROM station WHERE id = ?", id).orElseThrow();
    }

    public static String ofStaff(Db db, long id) throws SQLException {
        return db.one(row -> row.getString(1), "SELECT name FROM staff_member WHERE id = ?", id).orElseThrow();
    }

    public static long station(Db db, String name) throws SQLException {
        db.run("INSERT INTO station (name) VALUES (?) ON CONFLICT DO NOTHING", name);
        return db.number("SELECT id FROM station WHERE name = ?", name);
    }

    public static long staff(Db db, String name) throws SQLException {
        db.run("INSERT INTO staff_member (name) VALUES (?) ON CONFLICT DO NOTHING", name);
        return db.number("SELECT id FROM staff_member WHERE name = ?", name);
    }
}
