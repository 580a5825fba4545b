package org.lanyard.redemption;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lanyard.ledger.Db;
import org.lanyard.roster.Person;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Item;
import org.lanyard.scan.Product;
import org.lanyard.scan.Seen;
import org.lanyard.venue.Venue;

/** Bought units and those handed out, line by line (R18 to R23). Every method runs within a transaction. */
final class Units {

    // Attendee ?2, or everybody where conference ?1 counts per line by its setting of this moment (R19).
    private static final String WHOSE =
            "(attendee_id = ?2 OR (SELECT redeem_per = 'line' FROM conference WHERE id = ?1))";
    // Live units that count on line ?3 (R38) and units elsewhere; named, because the driver fetches the name each time.
    private static final String USED = """
            SELECT (SELECT count(*) FROM counted_unit WHERE order_line_item_id = ?3 AND %1$s)
                 + (SELECT ifnull(sum(units), 0) FROM redeemed_elsewhere WHERE order_line_item_id = ?3 AND %1$s) AS used
            """.formatted(WHOSE);
    private static final String UNITS = """
            SELECT redeemed_at, station_id, redeemed_by, seq, carried_from FROM counted_unit
             WHERE order_line_item_id = ?3 AND %s
            """.formatted(WHOSE);

    private Units() {}

    static List<Item> items(Db db, Conference conference, Person person) throws SQLException {
        Map<Product, List<LineUnits>> byAddon = new LinkedHashMap<>();
        for (LineUnits line : lines(db, conference, person, person.activeOrders())) {
            if (line.quantity() > 0 || line.used() > 0) {
                byAddon.computeIfAbsent(line.addon(), _ -> new ArrayList<>(1)).add(line);
            }
        }
        return byAddon.entrySet().stream().map(item -> sum(item.getKey(), item.getValue())).toList();
    }

    /** Units of these add-ons that this person, or where the conference counts per line every sharer, has had. */
    static int redeemed(Db db, Conference conference, Person person, Predicate<Product> addons) throws SQLException {
        return lines(db, conference, person, person.orders().stream()).stream()
                .filter(line -> addons.test(line.addon())).mapToInt(LineUnits::used).sum();
    }

    record LineUnits(long id, Product addon, String description, int quantity, int used) {

        int remaining() {
            return Math.max(0, quantity - used);
        }
    }

    static List<LineUnits> linesOf(Db db, Conference conference, Person person, Stream<Person.Order> orders, Product addon)
            throws SQLException {
        return lines(db, conference, person, orders).stream()
                .filter(line -> line.addon().is(addon) && (line.quantity() > 0 || line.used() > 0)).toList();
    }

    private static List<LineUnits> lines(Db db, Conference conference, Person person, Stream<Person.Order> orders)
            throws SQLException {
        List<LineUnits> lines = new ArrayList<>();
        for (Person.Order order : orders.toList()) {
            for (Person.Line line : order.lines()) {
                if (line.product().kind() == Product.Kind.ADDON) {
                    int used = (int) db.number(USED, conference.id(), person.id(), line.id());
                    lines.add(new LineUnits(line.id(), line.product(), line.description(), line.quantity(), used));
                }
            }
        }
        return lines;
    }

    /** The place of each unit, the latest last by the journal (R28); those handed out elsewhere come before. */
    static List<Seen> whereabouts(Db db, Conference conference, Person person, List<LineUnits> lines)
            throws SQLException {
        record Unit(long seq, Seen seen) {}
        List<Unit> units = new ArrayList<>();
        for (LineUnits line : lines) {
            List<Unit> here = db.list(row -> new Unit(row.getLong(4), Venue.seen(db, row, 1).carriedFrom(row.getString(5))),
                    UNITS, conference.id(),
                    person.id(), line.id());
            units.addAll(here);
            for (int i = here.size(); i < line.used(); i++) {
                units.add(new Unit(0, new Seen(null, null, null)));
            }
        }
        return units.stream().sorted(Comparator.comparingLong(Unit::seq)).map(Unit::seen).toList();
    }

    static Item sum(Product addon, List<LineUnits> lines) {
        int quantity = 0;
        int used = 0;
        int remaining = 0;
        for (LineUnits line : lines) {
            quantity += line.quantity();
            used += line.used();
            remaining += line.remaining();
        }
        String description = lines.isEmpty() ? addon.name() : lines.getFirst().description();
        return new Item(addon.slug(), description, quantity, used, remaining);
    }
}
