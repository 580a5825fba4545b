package org.lanyard.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.lanyard.ledger.Db;
import org.lanyard.roster.packed.Codec;
import org.lanyard.roster.packed.PackedMap;
import org.lanyard.roster.packed.Packer;
import org.lanyard.roster.packed.Unpacker;
import org.lanyard.scan.Product;

/** Reads everybody of a conference in two passes, orders and people: many times faster than one by one. */
final class EveryPerson {

    private static final String ORDERS = """
            SELECT orders.id, ifnull(line.id, 0), ifnull(holder_id, 0), ticket_type_id IS NULL,
                   ifnull(ticket_type_id, addon_id), description, quantity, reference, ifnull(status_here, orders.status),
                   line.status
              FROM orders NOT INDEXED LEFT JOIN order_line_item line ON line.order_id = orders.id
             WHERE conference_id = ? ORDER BY orders.id, line.position, line.id
            """;
    private static final String PEOPLE = """
            SELECT %s, ifnull(order_id, 0), position
              FROM attendee NOT INDEXED LEFT JOIN attendee_order ON attendee_id = attendee.id
             WHERE conference_id = ? ORDER BY attendee.id
            """.formatted(People.ATTENDEE);
    private static final int LINK = People.ATTENDEE_COLUMNS + 1;
    private static final Product.Kind[] KINDS = Product.Kind.values();

    private final PackedMap<Order> orders = new PackedMap<>(Order::key, new OrderCodec());
    private final Products products;
    private final Consumer<Person> person;
    private final BooleanSupplier stop;
    private final List<HeldLine> lines = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    private EveryPerson(Products products, Consumer<Person> person, BooleanSupplier stop) {
        this.products = products;
        this.person = person;
        this.stop = stop;
    }

    private record Order(long id, String reference, String status, List<HeldLine> lines) {

        String key() {
            return Long.toString(id);
        }
    }

    private record HeldLine(long holder, Person.Line line) {}

    private record Link(int position, long order) {}

    static void read(Db db, long conference, Products products, Consumer<Person> person, BooleanSupplier stop)
            throws SQLException {
        EveryPerson reading = new EveryPerson(products, person, stop);
        reading.orders(db, conference);
        reading.people(db, conference);
    }

    private void orders(Db db, long conference) throws SQLException {
        Order[] open = {new Order(0, "", "", List.of())};
        db.each(row -> {
            if (row.getLong(1) != open[0].id()) {
                close(open[0]);
                open[0] = new Order(row.getLong(1), row.getString(8), row.getString(9), lines);
            }
            return row.getLong(2) != 0 && !stop.getAsBoolean() && lines.add(line(row));
        }, ORDERS, conference);
        close(open[0]);
    }

    private void close(Order order) {
        if (order.id() != 0) {
            orders.put(order);
        }
        lines.clear();
    }

    private HeldLine line(ResultSet row) throws SQLException {
        Product product = products.of(KINDS[row.getInt(4)], row.getLong(5));
        return new HeldLine(row.getLong(3), new Person.Line(row.getLong(2), product, row.getString(6), row.getInt(7),
                Optional.ofNullable(row.getString(10))));
    }

    private void people(Db db, long conference) throws SQLException {
        List<Person> open = new ArrayList<>(1);
        db.each(row -> {
            if (stop.getAsBoolean()) {
                return false;
            }
            if (open.isEmpty() || open.getFirst().id() != row.getLong(1)) {
                close(open);
                open.add(People.person(row, new ArrayList<>(1)));
            }
            long order = row.getLong(LINK);
            return order != 0 && links.add(new Link(row.getInt(LINK + 1), order));
        }, PEOPLE, conference);
        close(open);
    }

    private void close(List<Person> open) {
        links.sort(Comparator.comparingInt(Link::position).thenComparingLong(Link::order));
        for (Person one : open) {
            links.forEach(link -> orders.get(Long.toString(link.order())).ifPresent(
                    order -> one.orders().add(ofPerson(order, one.id()))));
            person.accept(one);
        }
        links.clear();
        open.clear();
    }

    private static Person.Order ofPerson(Order order, long holder) {
        return new Person.Order(order.id(), order.reference(), order.status(), order.lines().stream()
                .filter(line -> line.holder() == 0 || line.holder() == holder).map(HeldLine::line).toList());
    }

    private final class OrderCodec implements Codec<Order> {

        @Override
        public void write(Order order, Packer out) {
            out.number(order.id());
            out.text(order.reference());
            out.shared(order.status());
            out.all(order.lines(), (packer, line) -> {
                packer.number(line.holder());
                PersonCodec.write(packer, line.line());
            });
        }

        @Override
        public Order read(Unpacker in) {
            return new Order(in.number(), in.text(), in.shared(),
                    in.all(from -> new HeldLine(from.number(), PersonCodec.line(from, products))));
        }
    }
}
