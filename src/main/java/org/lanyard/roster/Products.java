package org.lanyard.roster;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lanyard.ledger.Db;
import org.lanyard.scan.Product;

/** A conference's ticket types, then its add-ons, in the order they came into being. */
record Products(List<Product> all, Map<Long, Product> ticketTypes, Map<Long, Product> addons) {

    private static final String ALL = """
            SELECT 0, id, slug, ifnull(name_here, name) FROM ticket_type WHERE conference_id = ?1
            UNION ALL SELECT 1, id, slug, ifnull(name_here, name) FROM addon WHERE conference_id = ?1 ORDER BY 1, 2
            """;

    static Products read(Db db, long conference) throws SQLException {
        return new Products(db.list(row -> new Product(Product.Kind.values()[row.getInt(1)], row.getLong(2),
                row.getString(3), row.getString(4)), ALL, conference));
    }

    Products(List<Product> all) {
        this(all, new HashMap<>(), new HashMap<>());
        all.forEach(product -> of(product.kind()).put(product.id(), product));
    }

    private Map<Long, Product> of(Product.Kind kind) {
        return kind == Product.Kind.TICKET_TYPE ? ticketTypes : addons;
    }

    Product of(Product.Kind kind, long id) {
        return Objects.requireNonNull(of(kind).get(id));
    }
}
