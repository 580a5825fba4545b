package org.lanyard.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lanyard.ledger.Db;
import org.lanyard.scan.Product;

/** Reads attendees with their orders. */
final class People {

    private static final String ATTENDEE = """
            SELECT id, access_code, name, email, company, ifnull(attention_here, attention), withdrawn,
                   checked_in_elsewhere_at, checked_in_elsewhere_seq
              FROM attendee
            """;

    private static final String ORDERS = """
            SELECT orders.id, orders.reference, ifnull(orders.status_here, orders.status),
                   line.id, line.description, line.quantity,
                   ticket_type.id, ticket_type.slug, ticket_type.name, addon.id, addon.slug, addon.name
              FROM attendee_order link
              JOIN orders ON orders.id = link.order_id
              LEFT JOIN order_line_item line ON line.order_id = orders.id
                   AND (line.holder_id IS NULL OR line.holder_id = link.attendee_id)
              LEFT JOIN ticket_type ON ticket_type.id = line.ticket_type_id
              LEFT JOIN addon ON addon.id = line.addon_id
             WHERE link.attendee_id = ?
             ORDER BY link.position, orders.id, line.position, line.id
            """;

    private People() {}

    static Optional<Person> byCode(Db db, long conference, String code) throws SQLException {
        return read(db, ATTENDEE + " WHERE conference_id = ? AND access_code = ?", conference, code);
    }

    static Optional<Person> byId(Db db, long id) throws SQLException {
        return read(db, ATTENDEE + " WHERE id = ?", id);
    }

    private static Optional<Person> read(Db db, String sql, Object... arguments) throws SQLException {
        Optional<Person> found = db.one(People::withoutOrders, sql, arguments);
        return found.isEmpty() ? found : Optional.of(withOrders(found.get(), orders(db, found.get().id())));
    }

    private static Person withoutOrders(ResultSet row) throws SQLException {
        return new Person(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5),
                row.getString(6), row.getInt(7) != 0, Db.instant(row, 8), row.getLong(9), List.of());
    }

    private static Person withOrders(Person person, List<Person.Order> orders) {
        return new Person(person.id(), person.accessCode(), person.name(), person.email(), person.company(),
                person.attention(), person.withdrawn(), person.checkedInElsewhereAt(), person.checkedInElsewhereSeq(),
                orders);
    }

    private static List<Person.Order> orders(Db db, long attendee) throws SQLException {
        List<Person.Order> orders = new ArrayList<>();
        db.each(row -> {
            long id = row.getLong(1);
            if (orders.isEmpty() || orders.getLast().id() != id) {
                orders.add(new Person.Order(id, row.getString(2), row.getString(3), new ArrayList<>()));
            }
            if (row.getLong(4) != 0) {
                orders.getLast().lines().add(line(row));
            }
            return null;
        }, ORDERS, attendee);
        return orders;
    }

    private static Person.Line line(ResultSet row) throws SQLException {
        long ticketType = row.getLong(7);
        Product product = ticketType != 0
                ? new Product(Product.Kind.TICKET_TYPE, ticketType, row.getString(8), row.getString(9))
                : new Product(Product.Kind.ADDON, row.getLong(10), row.getString(11), row.getString(12));
        return new Person.Line(row.getLong(4), product, row.getString(5), row.getInt(6));
    }
}
