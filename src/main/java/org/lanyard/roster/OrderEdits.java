package org.lanyard.roster;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lanyard.ledger.Db;
import org.lanyard.scan.Product;

/** Changes what single people hold on their orders, within a transaction. */
final class OrderEdits {

    private static final String LINKED = """
            SELECT attendee_id FROM attendee_order WHERE order_id = ? ORDER BY attendee_id
            """;
    private static final String SHARED =
            "SELECT id FROM order_line_item WHERE order_id = ? AND holder_id IS NULL ORDER BY position, id";
    private static final String COPY = """
            INSERT INTO order_line_item (order_id, position, holder_id, ticket_type_id, addon_id, description, quantity, status,
                                         part_of)
            SELECT order_id, (SELECT max(position) + 1 FROM order_line_item its WHERE its.order_id = line.order_id), ?,
                   ticket_type_id, addon_id, description, quantity, status, ifnull(part_of, id)
              FROM order_line_item line WHERE id = ?
            """;
    // What others handed out goes with the line (R38).
    private static final String ELSEWHERE_TO = """
            INSERT INTO redeemed_elsewhere (order_line_item_id, attendee_id, units)
            SELECT ?3, ?4, units FROM redeemed_elsewhere WHERE order_line_item_id = ?1 AND attendee_id = ?2 AND units > 0
            ON CONFLICT DO UPDATE SET units = units + excluded.units
            """;
    private static final String ELSEWHERE_NO_MORE =
            "UPDATE redeemed_elsewhere SET units = 0 WHERE order_line_item_id = ? AND attendee_id = ?";
    private static final String HELD = "SELECT id FROM order_line_item WHERE order_id = ? AND holder_id = ?";
    private static final String ADD = """
            INSERT INTO order_line_item (order_id, position, holder_id, ticket_type_id, addon_id, description, quantity)
            VALUES (?1, (SELECT ifnull(max(position) + 1, 0) FROM order_line_item WHERE order_id = ?1), ?2, ?3, ?4, ?5, ?6)
            """;
    private static final String LINK = """
            INSERT INTO attendee_order (attendee_id, order_id, position, source)
            VALUES (?1, ?2, (SELECT ifnull(max(position) + 1, 0) FROM attendee_order WHERE attendee_id = ?1), ?3)
            ON CONFLICT DO NOTHING
            """;

    private final Db db;

    OrderEdits(Db db) {
        this.db = db;
    }

    /** Makes the shared lines of somebody's orders their sharers' own. */
    void own(Person person) throws SQLException {
        for (Person.Order order : person.orders()) {
            List<Long> linked = db.list(row -> row.getLong(1), LINKED, order.id());
            for (long line : db.list(row -> row.getLong(1), SHARED, order.id())) {
                db.run("UPDATE order_line_item SET holder_id = ? WHERE id = ?", linked.getFirst(), line);
                for (long other : linked.subList(1, linked.size())) {
                    db.run(COPY, other, line);
                    passElsewhere(line, other, db.number("SELECT last_insert_rowid()"), other);
                }
            }
        }
    }

    static List<Person.Line> lines(Person person, Product.Kind kind) {
        List<Person.Line> lines = new ArrayList<>();
        person.activeOrders().forEach(order -> order.lines().stream()
                .filter(line -> line.product().kind() == kind && line.quantity() > 0).forEach(lines::add));
        return lines;
    }

    long orderOf(Person.Line line) throws SQLException {
        return db.number("SELECT order_id FROM order_line_item WHERE id = ?", line.id());
    }

    Set<Long> ordersOf(Collection<Person.Line> lines) throws SQLException {
        Set<Long> orders = new LinkedHashSet<>();
        for (Person.Line line : lines) {
            orders.add(orderOf(line));
        }
        return orders;
    }

    String reference(long order) throws SQLException {
        return db.one(row -> row.getString(1), "SELECT reference FROM orders WHERE id = ?", order).orElseThrow();
    }

    void change(Person.Line line, Product to) throws SQLException {
        db.run("UPDATE order_line_item SET ticket_type_id = ?, description = ? WHERE id = ?", to.id(), to.name(), line.id());
    }

    void drop(Person.Line line) throws SQLException {
        db.run("UPDATE order_line_item SET quantity = 0 WHERE id = ?", line.id());
    }

    void add(long order, long holder, Product product, int quantity) throws SQLException {
        boolean ticket = product.kind() == Product.Kind.TICKET_TYPE;
        db.run(ADD, order, holder, ticket ? product.id() : null, ticket ? null : product.id(), product.name(), quantity);
    }

    void give(Person.Line line, long from, long to, String source) throws SQLException {
        db.run(LINK, to, orderOf(line), source);
        db.run("UPDATE order_line_item SET holder_id = ? WHERE id = ?", to, line.id());
        passElsewhere(line.id(), from, line.id(), to);
    }

    private void passElsewhere(long line, long from, long toLine, long to) throws SQLException {
        db.run(ELSEWHERE_TO, line, from, toLine, to);
        db.run(ELSEWHERE_NO_MORE, line, from);
    }

    void leaveEmptyOrders(Person person) throws SQLException {
        for (Person.Order order : person.orders()) {
            db.run("""
                    DELETE FROM attendee_order WHERE attendee_id = ?1 AND order_id = ?2 AND NOT EXISTS (
                      SELECT 1 FROM order_line_item WHERE order_id = ?2 AND quantity > 0
                         AND (holder_id IS NULL OR holder_id = ?1))
                    """, person.id(), order.id());
        }
    }

    void giveAll(Person from, Person into) throws SQLException {
        own(from);
        for (Person.Order order : from.orders()) {
            db.run(LINK, into.id(), order.id(), RosterSource.ROSTER.word());
            for (long line : db.list(row -> row.getLong(1), HELD, order.id(), from.id())) {
                db.run("UPDATE order_line_item SET holder_id = ? WHERE id = ?", into.id(), line);
                passElsewhere(line, from.id(), line, into.id());
            }
            db.run("DELETE FROM attendee_order WHERE attendee_id = ? AND order_id = ?", from.id(), order.id());
        }
    }
}
