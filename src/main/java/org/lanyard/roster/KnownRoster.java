package org.lanyard.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import org.lanyard.ledger.Db;
import org.lanyard.scan.Conference;
import org.lanyard.scan.PersonDetails;
import org.lanyard.scan.Product;

/** One conference's roster as the database has it, or some of it, read in one snapshot to be compared with a file. */
final class KnownRoster {

    static final String VERSION = "SELECT ifnull(sum(roster_version), 0) + count(*) FROM conference";

    final long version;
    final Conference conference;
    final boolean isNew;
    final List<Product> products = new ArrayList<>();
    final Map<String, Order> orders = new HashMap<>();
    final Map<String, Attendee> attendees = new HashMap<>();
    final Map<Long, KnownLine> linesByUpstreamId = new HashMap<>();
    final Map<String, Code> codes = new HashMap<>();
    private final Map<Long, Order> ordersById = new HashMap<>();
    private final Map<Long, Attendee> attendeesById = new HashMap<>();
    private final Map<String, Long> lastIds = new HashMap<>();

    /** @param conference made here where it is not in the database yet (its id is then 0) */
    KnownRoster(Db db, Conference conference) throws SQLException {
        this.version = db.number(VERSION);
        for (String table : List.of("conference", "ticket_type", "addon", "attendee", "orders", "order_line_item")) {
            lastIds.put(table, db.number("SELECT max(id) FROM " + table));
        }
        this.isNew = conference.id() == 0;
        this.conference = isNew ? new Conference(nextId("conference"), conference.slug(), conference.name(),
                conference.zone(), conference.redeemPer()) : conference;
        if (!isNew) {
            products(db, Product.Kind.TICKET_TYPE, "SELECT id, slug, name FROM ticket_type WHERE conference_id = ?");
            products(db, Product.Kind.ADDON, "SELECT id, slug, name FROM addon WHERE conference_id = ?");
            RosterRows rows = new RosterRows(db, conference.id());
            attendees(rows);
            orders(rows);
            lines(rows);
            links(rows);
            units(rows);
            rows.codes(row -> codes.put(row.getString(1), new Code(row.getLong(2), row.getString(3))));
        }
    }

    static final class Attendee {
        final long id;
        final PersonDetails details;
        @Nullable String attentionHere;
        @Nullable String blockedHere;
        final RosterSource source;
        boolean withdrawn;
        @Nullable Long elsewhereAt;
        final List<Link> links = new ArrayList<>(1);
        private final Map<Long, Units> units = new HashMap<>(0);

        Attendee(long id, PersonDetails details, RosterSource source) {
            this.id = id;
            this.details = details;
            this.source = source;
        }

        /** Lines of which the server has units that went out here, and how many. */
        void eachOurs(ObjIntConsumer<Long> line) {
            units.forEach((id, its) -> {
                if (its.ours() > 0) {
                    line.accept(id, its.ours());
                }
            });
        }

        Units units(long line) {
            return units.getOrDefault(line, Units.NONE);
        }
    }

    /**
     * Units of a line that an attendee has had.
     *
     * @param confirmed ours that the server counts, voided ones included
     * @param unsettled ours of which it is not known if the server counts them
     */
    record Units(int elsewhere, int confirmed, int unsettled) {

        static final Units NONE = new Units(0, 0, 0);

        int ours() {
            return confirmed + unsettled;
        }
    }

    record Code(long attendee, String source) {}

    record Link(Order order, int position, RosterSource source) {}

    static final class Order {
        final long id;
        final String status;
        @Nullable String statusHere;
        final List<KnownLine> lines = new ArrayList<>(3);

        Order(long id, String status) {
            this.id = id;
            this.status = status;
        }
    }

    record KnownLine(long id, long order, int position, @Nullable Long upstreamId, @Nullable Long holder, Product.Kind kind,
            long product,
            String description, int quantity, Optional<String> status, @Nullable Long partOf) {}

    /** An id that no row has; it holds as long as the version does. */
    long nextId(String table) {
        return lastIds.merge(table, 1L, Long::sum);
    }

    String name(long attendee) {
        return attendee(attendee).details.name();
    }

    Order orderOf(KnownLine line) {
        return order(line.order());
    }

    private Attendee attendee(long id) {
        return Objects.requireNonNull(attendeesById.get(id));
    }

    private Order order(long id) {
        return Objects.requireNonNull(ordersById.get(id));
    }

    private void products(Db db, Product.Kind kind, String sql) throws SQLException {
        db.each(row -> {
            Product product = new Product(kind, row.getLong(1), row.getString(2), row.getString(3));
            return products.add(product);
        }, sql, conference.id());
    }

    private void attendees(RosterRows rows) throws SQLException {
        rows.attendees(row -> {
            Attendee known = new Attendee(row.getLong(1), DetailColumns.read(row, 7),
                    RosterSource.of(row.getString(4)).orElseThrow());
            known.attentionHere = row.getString(3);
            known.withdrawn = row.getInt(5) != 0;
            known.elsewhereAt = number(row, 6);
            known.blockedHere = row.getString(7 + DetailColumns.COUNT);
            attendeesById.put(known.id, known);
            attendees.put(row.getString(2), known);
            return true;
        });
    }

    private void orders(RosterRows rows) throws SQLException {
        rows.orders(row -> {
            Order known = new Order(row.getLong(1), row.getString(3));
            known.statusHere = row.getString(4);
            ordersById.put(known.id, known);
            orders.put(row.getString(2), known);
            return true;
        });
    }

    private void lines(RosterRows rows) throws SQLException {
        rows.lines(row -> {
            Long ticket = number(row, 6);
            KnownLine known = new KnownLine(row.getLong(1), row.getLong(2), row.getInt(3), number(row, 4), number(row, 5),
                    ticket != null ? Product.Kind.TICKET_TYPE : Product.Kind.ADDON,
                    ticket != null ? ticket : row.getLong(7), row.getString(8), row.getInt(9),
                    Optional.ofNullable(row.getString(10)), number(row, 11));
            order(known.order()).lines.add(known);
            if (known.upstreamId() != null) {
                linesByUpstreamId.put(known.upstreamId(), known);
            }
            return true;
        });
    }

    private void links(RosterRows rows) throws SQLException {
        rows.links(row -> attendee(row.getLong(1)).links.add(
                new Link(order(row.getLong(2)), row.getInt(3), RosterSource.of(row.getString(4)).orElseThrow())));
    }

    private void units(RosterRows rows) throws SQLException {
        rows.units(row -> attendee(row.getLong(1)).units.put(row.getLong(2),
                new Units(row.getInt(3), row.getInt(4), row.getInt(5))));
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
