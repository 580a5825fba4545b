package org.lanyard.roster;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
            INSERT INTO order_line_item (order_id, position, holder_id, ticket_type_id, addon_id, description, quantity, status)
            SELECT order_id, (SELECT max(position) + 1 FROM order_line_item its WHERE its.order_id = line.order_id), ?,
                   ticket_type_id, addon_id, description, quantity, status FROM order_line_item line WHERE id = ?
            """;
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

    void give(Person.Line line, long to, String source) throws SQLException {
        long order = db.number("SELECT order_id FROM order_line_item WHERE id = ?", line.id());
        db.run(LINK, to, order, source);
        db.run("UPDATE order_line_item SET holder_id = ? WHERE id = ?", to, line.id());
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
            db.run("UPDATE order_line_item SET holder_id = ? WHERE order_id = ? AND holder_id = ?", into.id(), order.id(),
                    from.id());
            db.run("DELETE FROM attendee_order WHERE attendee_id = ? AND order_id = ?", from.id(), order.id());
        }
    }
}
