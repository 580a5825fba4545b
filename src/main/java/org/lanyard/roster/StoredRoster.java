package org.lanyard.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lanyard.ledger.Db;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Detail;
import org.lanyard.scan.PersonDetails;
import org.lanyard.scan.Product;
import org.lanyard.scan.ValidTime;

/** Reads a conference's roster as a source would state it: what exports write, and what a kept roster is made of. */
final class StoredRoster {

    private static final String PEOPLE = """
            SELECT attendee.id, access_code, source, withdrawn, attention_here, first.checked_in_at, %s, blocked_here
              FROM attendee LEFT JOIN first_check_in first ON first.attendee_id = attendee.id
             WHERE conference_id = ?1 AND (withdrawn = 0 OR ?2) ORDER BY attendee.id
            """.formatted(DetailColumns.NAMES);
    private static final int DETAILS = 7;
    private static final String ORDERS = """
            SELECT orders.id, reference, iif(?3, ifnull(status_here, orders.status), orders.status), line.id, upstream_id, holder_id, ticket_type_id,
                   addon_id, description, quantity, line.status
              FROM orders LEFT JOIN order_line_item line ON line.order_id = orders.id
             WHERE orders.conference_id = ?1 AND EXISTS (SELECT 1 FROM attendee_order link
                   JOIN attendee ON attendee.id = link.attendee_id AND (attendee.withdrawn = 0 OR ?2)
                   WHERE link.order_id = orders.id)
             ORDER BY orders.id, line.position, line.id
            """;
    private static final String LINKS = """
            SELECT link.attendee_id, orders.reference FROM orders
              JOIN attendee_order link ON link.order_id = orders.id
             WHERE orders.conference_id = ?1 ORDER BY link.attendee_id, link.position
            """;

    private static final String CODES =
            "SELECT attendee_id, code FROM attendee_code WHERE conference_id = ? AND blocked = '' ORDER BY attendee_id, code";

    private final Db db;
    private final Conference conference;
    private final boolean withdrawnToo;
    private final boolean checkIns;
    private final boolean effective;
    private final Products products;
    private final StatedRoster.Builder stated = StatedRoster.builder();
    private final Map<Long, String> codes = new HashMap<>();
    private final List<StatedLine> lines = new ArrayList<>();
    private final Map<Long, List<Standing>> standing;

    private StoredRoster(Db db, Conference conference, boolean withdrawnToo, boolean checkIns, boolean effective)
            throws SQLException {
        this.db = db;
        this.conference = conference;
        this.withdrawnToo = withdrawnToo;
        this.checkIns = checkIns;
        this.effective = effective;
        this.products = Products.read(db, conference.id());
        this.standing = Standing.all(db, conference.id()).stream().filter(it -> it.what().equals(Standing.FIELD))
                .collect(Collectors.groupingBy(Standing::attendee));
    }

    /**
     * @param withdrawnToo with those who are withdrawn
     * @param checkIns     with first check-ins, which to another roster are made elsewhere
     */
    static StatedRoster read(Db db, Conference conference, boolean withdrawnToo, boolean checkIns) throws SQLException {
        return new StoredRoster(db, conference, withdrawnToo, checkIns, true).read();
    }

    static StatedRoster uncorrected(Db db, Conference conference) throws SQLException {
        return new StoredRoster(db, conference, true, false, false).read();
    }

    private StatedRoster read() throws SQLException {
        stated.conference(conference.slug()).name(conference.name()).timezone(conference.zone());
        for (Product product : products.all()) {
            stated.product(product.kind(), product.slug(), effective ? product.name() : nameAsStated(product));
        }
        times();
        if (effective) {
            BlockedCodes.all(db, conference.id(), withdrawnToo).forEach(stated::blockedCode);
        }
        people();
        orders();
        return stated.build();
    }

    private String nameAsStated(Product product) throws SQLException {
        String table = product.kind() == Product.Kind.TICKET_TYPE ? "ticket_type" : "addon";
        return db.one(row -> row.getString(1), "SELECT name FROM " + table + " WHERE id = ?", product.id()).orElseThrow();
    }

    // Those in force, or as the last sources stated them.
    private void times() throws SQLException {
        String valid = effective ? "ifnull(valid_here, valid)" : "valid";
        String perDay = effective ? "ifnull(per_day_here, ifnull(per_day, 0))" : "ifnull(per_day, 0)";
        for (Product product : products.all()) {
            if (product.kind() == Product.Kind.TICKET_TYPE) {
                db.one(row -> times(product, row, Optional.empty()), "SELECT " + valid + " FROM ticket_type WHERE id = ?",
                        product.id());
            } else {
                db.one(row -> times(product, row, Optional.of(row.getInt(2))),
                        "SELECT " + valid + ", " + perDay + " FROM addon WHERE id = ?", product.id());
            }
        }
    }

    private StatedRoster.Builder times(Product product, ResultSet row, Optional<Integer> perDay) throws SQLException {
        return stated.times(ProductKey.slug(product.kind(), product.slug()),
                new StatedTimes(Optional.of(ValidTime.ofLine(row.getString(1))), perDay));
    }

    private void people() throws SQLException {
        Map<Long, List<String>> orders = new HashMap<>();
        db.each(row -> orders.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>(1)).add(row.getString(2)), LINKS,
                conference.id());
        Map<Long, List<String>> further = new HashMap<>();
        db.each(row -> further.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>(1)).add(row.getString(2)), CODES,
                conference.id());
        db.each(row -> {
            codes.put(row.getLong(1), row.getString(2));
            stated.put(person(row, orders.getOrDefault(row.getLong(1), List.of()),
                    further.getOrDefault(row.getLong(1), List.of())));
            return true;
        }, PEOPLE, conference.id(), withdrawnToo);
    }

    private StatedPerson person(ResultSet row, List<String> orders, List<String> further) throws SQLException {
        Instant first = Db.instant(row, 6);
        String attentionHere = row.getString(5);
        PersonDetails details = DetailColumns.read(row, DETAILS);
        PersonDetails shown = effective ? here(Detail.BLOCKED, row.getString(DETAILS + DetailColumns.COUNT),
                here(Detail.ATTENTION, attentionHere, details)) : asStated(row.getLong(1), details);
        return new StatedPerson(row.getString(2), further, RosterSource.of(row.getString(3)), shown,
                checkIn(first), orders,
                Map.of(), row.getInt(4) != 0);
    }

    private static PersonDetails here(Detail detail, @Nullable String text, PersonDetails details) {
        return text == null ? details : PersonDetails.NONE.with(detail, text).over(details);
    }

    private PersonDetails asStated(long attendee, PersonDetails details) {
        PersonDetails stated = details;
        for (Standing it : standing.getOrDefault(attendee, List.of())) {
            stated = it.undoneIn(stated);
        }
        return stated;
    }

    private StatedPerson.CheckIn checkIn(@Nullable Instant first) {
        if (!effective) {
            return StatedPerson.NOT_STATED;
        }
        return first == null || !checkIns ? new StatedPerson.CheckIn.None() : new StatedPerson.CheckIn.At(first);
    }

    private void orders() throws SQLException {
        StatedOrder[] open = {new StatedOrder("", "")};
        db.each(row -> {
            if (!row.getString(2).equals(open[0].reference())) {
                close(open[0]);
                open[0] = new StatedOrder(row.getString(2), row.getString(3));
            }
            return row.getLong(4) != 0 && line(row).map(lines::add).isPresent();
        }, ORDERS, conference.id(), withdrawnToo, effective);
        close(open[0]);
    }

    private void close(StatedOrder order) {
        if (!order.reference().isEmpty()) {
            stated.put(order.withLines(lines));
        }
        lines.clear();
    }

    // Empty where its holder is left out: it serves nobody who is there.
    private Optional<StatedLine> line(ResultSet row) throws SQLException {
        long upstreamId = row.getLong(5);
        Optional<Long> upstream = row.wasNull() ? Optional.empty() : Optional.of(upstreamId);
        long holder = row.getLong(6);
        if (holder != 0 && !codes.containsKey(holder)) {
            return Optional.empty();
        }
        Product.Kind kind = row.getLong(7) != 0 ? Product.Kind.TICKET_TYPE : Product.Kind.ADDON;
        Product product = products.of(kind, row.getLong(kind == Product.Kind.TICKET_TYPE ? 7 : 8));
        return Optional.of(new StatedLine(upstream, ProductKey.slug(kind, product.slug()), row.getString(9), row.getInt(10),
                Optional.ofNullable(codes.get(holder)), Optional.ofNullable(row.getString(11))));
    }
}
