package org.lanyard.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Product;
import org.lanyard.scan.ValidTime;

/**
 * Ticket types and add-ons with what is set for them here (R32): it counts instead of the roster's until that says the
 * same. From any thread but the ledger's writer.
 */
public final class Catalogue {

    private static final String ALL = """
            SELECT 0, id, slug, ifnull(name_here, name), colour, ifnull(valid_here, valid), 0 FROM ticket_type
             WHERE conference_id = ?1
            UNION ALL
            SELECT 1, id, slug, ifnull(name_here, name), colour, ifnull(valid_here, valid),
                   ifnull(per_day_here, ifnull(per_day, 0)) FROM addon WHERE conference_id = ?1 ORDER BY 1, 2
            """;

    private final Ledger ledger;

    Catalogue(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * @param colour six hexadecimal digits, in capitals
     * @param perDay units a day (of an add-on); 0 for no limit
     */
    public record Entry(Product product, Optional<String> colour, List<ValidTime> valid, int perDay) {}

    /** Changes of one product; what is empty stays as it is. A limit of 0 is none, an empty list is always. */
    public record Change(Optional<String> name, Optional<String> colour, Optional<List<ValidTime>> valid,
            Optional<Integer> perDay) {}

    /** Ticket types, then add-ons, in the order they came into being. */
    public List<Entry> of(Conference conference) {
        return ledger.read(db -> db.list(Catalogue::entry, ALL, conference.id()));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        Product product = new Product(Product.Kind.values()[row.getInt(1)], row.getLong(2), row.getString(3),
                row.getString(4));
        return new Entry(product, Optional.ofNullable(row.getString(5)), ValidTime.ofLine(row.getString(6)), row.getInt(7));
    }

    /** Waits for the writer. */
    public void set(Conference conference, Product product, Change change) {
        ledger.writeNow(db -> {
            set(db, conference.id(), product, change);
            return true;
        });
    }

    static void set(Db db, long conference, Product product, Change change) throws SQLException {
        String table = product.kind() == Product.Kind.TICKET_TYPE ? "ticket_type" : "addon";
        set(db, "UPDATE " + table + " SET name_here = iif(name = ?1, NULL, ?1) WHERE id = ?2", change.name(), product);
        set(db, "UPDATE " + table + " SET colour = ?1 WHERE id = ?2", change.colour(), product);
        set(db, "UPDATE " + table + " SET valid_here = iif(valid = ?1, NULL, ?1) WHERE id = ?2",
                change.valid().map(ValidTime::line), product);
        if (product.kind() == Product.Kind.ADDON) {
            set(db, "UPDATE addon SET per_day_here = iif(ifnull(per_day, 0) = ?1, NULL, ?1) WHERE id = ?2",
                    change.perDay(), product);
        }
        Conferences.rosterChanged(db, conference);
    }

    private static void set(Db db, String sql, Optional<?> value, Product product) throws SQLException {
        if (value.isPresent()) {
            db.run(sql, value, product.id());
        }
    }
}
