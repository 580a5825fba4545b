package org.lanyard.badge.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.lanyard.badge.BuiltInTemplates;
import org.lanyard.ledger.Db;
import org.lanyard.scan.Conference;

/** The tables {@code badge_printer} and {@code badge_use}, within a transaction. */
final class PrinterTable {

    private static final String USES = """
            SELECT badge_use.ticket, badge_use.template, badge_printer.name FROM badge_use
              LEFT JOIN badge_printer ON badge_printer.id = badge_use.printer_id WHERE badge_use.conference_id = ?
            """;

    private PrinterTable() {}

    private static Printer printer(ResultSet row) throws SQLException {
        int left = row.getInt(3);
        OptionalInt labels = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(left);   // before another column is read
        return new Printer(row.getString(1), row.getString(2), labels);
    }

    static List<Printer> all(Db db) throws SQLException {
        return db.list(PrinterTable::printer, "SELECT name, address, labels_left FROM badge_printer ORDER BY id");
    }

    static Optional<Printer> named(Db db, String name) throws SQLException {
        return db.one(PrinterTable::printer, "SELECT name, address, labels_left FROM badge_printer WHERE name = ?", name);
    }

    static void set(Db db, String name, String address) throws SQLException {
        db.insert(
                "INSERT INTO badge_printer (name, address) VALUES (?, ?) ON CONFLICT DO UPDATE SET address = excluded.address",
                name, address);
    }

    static void remove(Db db, String name) throws SQLException {
        db.run("DELETE FROM badge_printer WHERE name = ?", name);
    }

    static void labels(Db db, String name, Optional<Integer> left) throws SQLException {
        db.run("UPDATE badge_printer SET labels_left = ? WHERE name = ?", left, name);
    }

    static void oneLabelLess(Db db, String name) throws SQLException {
        db.run("UPDATE badge_printer SET labels_left = max(0, labels_left - 1) WHERE name = ?", name);
    }

    private static BadgeUse use(ResultSet row) throws SQLException {
        return new BadgeUse(row.getString(1), row.getString(2), Optional.ofNullable(row.getString(3)));
    }

    static List<BadgeUse> uses(Db db, Conference conference) throws SQLException {
        return db.list(PrinterTable::use, USES + " ORDER BY ticket", conference.id());
    }

    /** That of the ticket, else that of every other, else the first built-in template and the only printer. */
    static BadgeUse use(Db db, Conference conference, String ticket) throws SQLException {
        return db
                .one(PrinterTable::use, USES + " AND ticket IN (?, '') ORDER BY ticket DESC LIMIT 1", conference.id(),
                        ticket)
                .orElseGet(() -> new BadgeUse("", BuiltInTemplates.DEFAULT, Optional.empty()));
    }

    static void use(Db db, Conference conference, BadgeUse use) throws SQLException {
        db.insert("""
                INSERT INTO badge_use (conference_id, ticket, template, printer_id)
                VALUES (?, ?, ?, (SELECT id FROM badge_printer WHERE name = ?))
                ON CONFLICT DO UPDATE SET template = excluded.template, printer_id = excluded.printer_id
                """, conference.id(), use.ticket(), use.template(), use.printer());
    }

    static void noUse(Db db, Conference conference, String ticket) throws SQLException {
        db.run("DELETE FROM badge_use WHERE conference_id = ? AND ticket = ?", conference.id(), ticket);
    }

    static Optional<String> printer(Db db, BadgeUse use) throws SQLException {
        if (use.printer().isPresent()) {
            return use.printer();
        }
        List<Printer> all = all(db);
        return all.size() == 1 ? Optional.of(all.getFirst().name()) : Optional.empty();
    }
}
