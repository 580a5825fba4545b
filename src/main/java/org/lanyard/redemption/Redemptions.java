package org.lanyard.redemption;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanyard.ledger.Db;
import org.lanyard.roster.Person;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Item;
import org.lanyard.scan.Post;
import org.lanyard.scan.Product;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Seen;
import org.lanyard.scan.StationFault;
import org.lanyard.scan.Verdict;

/**
 * What was bought and is handed out, unit by unit, never more often than bought (R18 to R23). Everything here runs
 * within a transaction; what records, on the writer.
 */
public final class Redemptions {

    private static final String RECORD = """
            INSERT INTO product_redemption (seq, id, conference_id, attendee_id, order_line_item_id, redeemed_at,
                                            redeemed_by, station_id, note)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String RECORDED = """
            SELECT unit.attendee_id = ? AND line.addon_id = ? FROM product_redemption unit
              JOIN order_line_item line ON line.id = unit.order_line_item_id WHERE unit.id = ?
            """;

    /**
     * Units of attendee {@code ?2}, or of everybody where conference {@code ?1} counts per line: by the setting as it is now,
     * for it may have been changed since the post was taken up (R19).
     */
    private static final String WHOSE =
            "(attendee_id = ?2 OR (SELECT redeem_per = 'line' FROM conference WHERE id = ?1))";
    /** Live units of line {@code ?3} and units elsewhere; named, because the driver fetches the name each time. */
    private static final String USED = """
            SELECT (SELECT count(*) FROM product_redemption WHERE order_line_item_id = ?3 AND voided_at IS NULL AND %1$s)
                 + (SELECT ifnull(sum(units), 0) FROM redeemed_elsewhere WHERE order_line_item_id = ?3 AND %1$s) AS used
            """.formatted(WHOSE);
    private static final String UNITS = """
            SELECT unit.redeemed_at, station.name, staff_member.name, unit.seq FROM product_redemption unit
              JOIN station ON station.id = unit.station_id
              LEFT JOIN staff_member ON staff_member.id = unit.redeemed_by
             WHERE unit.order_line_item_id = ?3 AND unit.voided_at IS NULL AND %s
            """.formatted(WHOSE);

    /** Everything redeemable of this person: an item for each add-on, in the order bought (R18, R22). */
    public List<Item> items(Db db, Conference conference, Person person) throws SQLException {
        Map<Product, List<Line>> byAddon = new LinkedHashMap<>();
        for (Line line : lines(db, conference, person, person.activeOrders())) {
            if (line.quantity() > 0 || line.used() > 0) {
                byAddon.computeIfAbsent(line.addon(), _ -> new ArrayList<>(1)).add(line);
            }
        }
        return byAddon.entrySet().stream().map(item -> sum(item.getKey(), item.getValue())).toList();
    }

    /** Hands out one unit of an add-on, of the first line that has one left (R22). */
    public Verdict redeem(Db db, Post post, Scan scan, Person person, Product addon) throws SQLException {
        List<Line> lines = linesOf(db, post.conference(), person, person.activeOrders(), addon);
        if (lines.isEmpty()) {
            return new Verdict.NotPurchased(person.attendee(), addon.name(), person.bought(),
                    person.inactiveStatusOf(addon).orElse(null));
        }
        Optional<Line> free = lines.stream().filter(line -> line.remaining() > 0).findFirst();
        if (free.isEmpty()) {
            return new Verdict.FullyRedeemed(person.attendee(), sum(addon, lines),
                    units(db, post.conference(), person, lines));
        }
        Optional<Verdict> before = before(db, post, scan, person, addon);
        if (before.isPresent()) {
            return before.get();
        }
        db.run(RECORD, db.place(), scan.id(), post.conference().id(), person.id(), free.get().id(), scan.at(),
                post.staffId(),
                post.stationId(), scan.note());
        return redeemed(db, post, scan, person, addon);
    }

    /**
     * What this scan was answered before; empty where it led to no redemption yet (R27).
     *
     * @throws StationFault where it handed out something else: one scan is never green for two things
     */
    public Optional<Verdict> before(Db db, Post post, Scan scan, Person person, Product addon) throws SQLException {
        Optional<Boolean> same = db.one(row -> row.getInt(1) != 0, RECORDED, person.id(), addon.id(), scan.id());
        if (same.isEmpty()) {
            return Optional.empty();
        }
        if (!same.get()) {
            throw new StationFault("item.scan-used");
        }
        return Optional.of(redeemed(db, post, scan, person, addon));
    }

    private Verdict redeemed(Db db, Post post, Scan scan, Person person, Product addon) throws SQLException {
        List<Line> active = linesOf(db, post.conference(), person, person.activeOrders(), addon);
        List<Line> lines = active.isEmpty()   // refunded since
                ? linesOf(db, post.conference(), person, person.orders().stream(), addon) : active;
        return new Verdict.Redeemed(person.attendee(), scan.at(), sum(addon, lines));
    }

    /**
     * Units that this person has had, of all sharers where the conference counts per line; whatever became of the order
     * since.
     *
     * @param addon null for those of every add-on
     */
    public int redeemed(Db db, Conference conference, Person person, Product addon) throws SQLException {
        return lines(db, conference, person, person.orders().stream()).stream()
                .filter(line -> addon == null || line.addon().is(addon)).mapToInt(Line::used).sum();
    }

    /** A line as the person may use it. */
    private record Line(long id, Product addon, String description, int quantity, int used) {

        int remaining() {
            return Math.max(0, quantity - used);
        }
    }

    private List<Line> linesOf(Db db, Conference conference, Person person, Stream<Person.Order> orders, Product addon)
            throws SQLException {
        return lines(db, conference, person, orders).stream()
                .filter(line -> line.addon().is(addon) && (line.quantity() > 0 || line.used() > 0)).toList();
    }

    private List<Line> lines(Db db, Conference conference, Person person, Stream<Person.Order> orders)
            throws SQLException {
        List<Line> lines = new ArrayList<>();
        for (Person.Order order : orders.toList()) {
            for (Person.Line line : order.lines()) {
                if (line.product().kind() == Product.Kind.ADDON) {
                    int used = (int) db.number(USED, conference.id(), person.id(), line.id());
                    lines.add(new Line(line.id(), line.product(), line.description(), line.quantity(), used));
                }
            }
        }
        return lines;
    }

    /** Where each unit went, the latest last by the journal (R28); those handed out elsewhere come before. */
    private static List<Seen> units(Db db, Conference conference, Person person, List<Line> lines)
            throws SQLException {
        record Unit(long seq, Seen seen) {}
        List<Unit> units = new ArrayList<>();
        for (Line line : lines) {
            List<Unit> here = db.list(row -> new Unit(row.getLong(4),
                    new Seen(Db.instant(row, 1), row.getString(2), row.getString(3))), UNITS, conference.id(),
                    person.id(), line.id());
            units.addAll(here);
            for (int i = here.size(); i < line.used(); i++) {
                units.add(new Unit(0, new Seen(null, null, null)));
            }
        }
        return units.stream().sorted(Comparator.comparingLong(Unit::seq)).map(Unit::seen).toList();
    }

    private static Item sum(Product addon, List<Line> lines) {
        int quantity = 0;
        int used = 0;
        int remaining = 0;
        for (Line line : lines) {
            quantity += line.quantity();
            used += line.used();
            remaining += line.remaining();
        }
        String description = lines.isEmpty() ? addon.name() : lines.getFirst().description();
        return new Item(addon.slug(), description, quantity, used, remaining);
    }
}
