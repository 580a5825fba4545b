package org.lanyard.roster.carry;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lanyard.ledger.Db;
import org.lanyard.roster.carry.Maker.By;
import org.lanyard.roster.carry.Maker.What;
import org.lanyard.roster.carry.Pools.Carry;
import org.lanyard.roster.carry.Pools.Hold;

/**
 * Carries what was used to where the purchase went (R38), within the transaction that changes a roster: {@link #before} it,
 * and {@link #settle} after.
 */
public final class Carrying {

    private static final String IN_USE = """
            SELECT EXISTS (SELECT 1 FROM product_redemption WHERE conference_id = ?1)
                OR EXISTS (SELECT 1 FROM check_in WHERE conference_id = ?1)
                OR EXISTS (SELECT 1 FROM attendee WHERE conference_id = ?1 AND checked_in_elsewhere_at IS NOT NULL)
            """;
    private static final String SHARERS = """
            SELECT attendee_id FROM attendee_order WHERE order_id IN (SELECT value FROM json_each(?))
            """;
    private static final String HOLD = """
            INSERT INTO hold (order_line_item_id, attendee_id, since) VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET since = excluded.since
            """;
    private static final String CARRY = """
            INSERT INTO carry (seq, correction, unit, from_line, from_attendee, to_line, to_attendee, undoes)
            VALUES ((SELECT 1 + ifnull(max(seq), 0) FROM carry), ?, ?, ?, ?, ?, ?, ?)
            """;
    // The server's count has our units among it, in the pool where they count now.
    private static final String COUNT_LESS = """
            UPDATE redeemed_elsewhere SET units = units - 1 WHERE order_line_item_id = ? AND attendee_id = ? AND units > 0
               AND EXISTS (SELECT 1 FROM delivery WHERE seq = ? AND stands_for IS NULL
                              AND state IN ('confirmed', 'sent', 'in_doubt', 'undecided'))
            """;
    private static final String CODE = "SELECT access_code FROM attendee WHERE id = ?";
    private static final String ITEM = """
            SELECT slug, description FROM order_line_item line JOIN addon ON addon.id = line.addon_id WHERE line.id = ?
            """;

    private final Db db;
    private final Maker maker;
    private final By by;
    private final boolean inUse;
    private final boolean perLine;
    private final Set<Long> people = new HashSet<>();
    private List<Hold> before = List.of();

    private Carrying(Db db, Maker maker, By by) throws SQLException {
        this.db = db;
        this.maker = maker;
        this.by = by;
        this.inUse = inUse(db, by.conference());
        this.perLine = db.number("SELECT redeem_per = 'line' FROM conference WHERE id = ?", by.conference()) != 0;
    }

    public static boolean inUse(Db db, long conference) throws SQLException {
        return db.number(IN_USE, conference) != 0;
    }

    /** @param orders whose people the change may concern, beside these people */
    public static Carrying before(Db db, Maker maker, By by, Collection<Long> people, Collection<Long> orders)
            throws SQLException {
        Carrying carrying = new Carrying(db, maker, by);
        if (carrying.inUse) {
            carrying.add(people, orders);
            carrying.before = new PoolReader(db).holds(carrying.people);
        }
        return carrying;
    }

    private void add(Collection<Long> more, Collection<Long> orders) throws SQLException {
        people.addAll(more);
        people.addAll(db.list(row -> row.getLong(1), SHARERS, PoolReader.json(orders)));
    }

    /**
     * @param more    people and orders that the change turned out to concern
     * @param counted where the registration server's count was taken over
     * @return what moved, and whose attention note was set
     */
    public Outcome settle(Collection<Long> more, Collection<Long> orders, Set<Place> counted) throws SQLException {
        if (!inUse) {
            return Outcome.NOTHING;
        }
        add(more, orders);
        long now = db.number("SELECT seq FROM journal_next");
        PoolReader reader = new PoolReader(db);
        List<Hold> after = reader.holds(people);
        note(after, now);
        Outcome outcome = new Outcome(new ArrayList<>(), new HashSet<>());
        Map<Long, Long> heirs = reader.heirs(people, people);
        new TicketNotes(db, maker, by, heirs).write(before, after, outcome);
        outcome.moved().addAll(carry(new Replacements(db, heirs, perLine).of(before, after, counted), counted));
        outcome.moved().addAll(carry(
                Settlement.of(reader.pools(perLine, people, before.stream().map(hold -> hold.line().id()).toList(), now)),
                counted));
        return outcome;
    }

    public record Outcome(List<Moved> moved, Set<Long> noted) {

        public static final Outcome NOTHING = new Outcome(List.of(), Set.of());
    }

    // Notes since when those hold an item who did not before.
    private void note(List<Hold> after, long now) throws SQLException {
        Set<Place> had = before.stream().map(Hold::place).collect(Collectors.toSet());
        for (Hold hold : after) {
            if (hold.line().addon() != 0 && !had.contains(hold.place())) {
                db.run(HOLD, hold.line().id(), hold.attendee(), now);
            }
        }
    }

    private record Way(long addonLine, long from, long to) {}

    private List<Moved> carry(List<Carry> carries, Set<Place> counted) throws SQLException {
        Map<Way, List<Carry>> ways = new LinkedHashMap<>();
        carries.forEach(carry -> ways.computeIfAbsent(
                new Way(carry.to().line(), carry.unit().attendee(), carry.to().attendee()), _ -> new ArrayList<>())
                .add(carry));
        List<Moved> moved = new ArrayList<>();
        for (var way : ways.entrySet()) {
            moved.add(carry(way.getKey(), way.getValue(), counted));
        }
        return moved;
    }

    private Moved carry(Way way, List<Carry> carries, Set<Place> counted) throws SQLException {
        String from = db.one(row -> row.getString(1), CODE, way.from()).orElseThrow();
        String to = db.one(row -> row.getString(1), CODE, way.to()).orElseThrow();
        Moved moved = db.one(row -> new Moved(row.getString(1), row.getString(2), carries.size(), from, to), ITEM,
                way.addonLine()).orElseThrow();
        long correction = maker.record(db, by, way.to(),
                new What("carried", moved.item(), carries.size() + " " + from));
        for (Carry carry : carries) {
            db.insert(CARRY, correction, carry.unit().seq(), carry.unit().line(), carry.unit().attendee(),
                    carry.to().line(), carry.to().attendee(), null);
            if (counted.contains(carry.to()) && !(perLine && carry.unit().line() == carry.to().line())) {
                db.run(COUNT_LESS, carry.to().line(), carry.to().attendee(), carry.unit().seq());
            }
        }
        return moved;
    }

    public static void recount(Db db, Maker maker, By by) throws SQLException {
        List<Long> people = db.list(row -> row.getLong(1), """
                SELECT DISTINCT unit.attendee_id FROM counted_unit unit JOIN attendee ON attendee.id = unit.attendee_id
                 WHERE conference_id = ?
                """, by.conference());
        Carrying carrying = before(db, maker, by, people, List.of());
        carrying.settle(List.of(), List.of(), Set.of());
    }

    private record Back(long carry, long unit, Place from, Place to) {}

    /**
     * Takes back what was carried to a person, as far as it still counts there; later imports do not carry it again.
     *
     * @return how many units
     */
    public static int undo(Db db, Maker maker, By by, long attendee) throws SQLException {
        List<Back> carried = db.list(row -> new Back(row.getLong(1), row.getLong(2),
                new Place(row.getLong(3), row.getLong(4)), new Place(row.getLong(5), attendee)), """
                SELECT carry.seq, unit, from_line, from_attendee, to_line FROM carry
                  JOIN product_redemption record ON record.seq = carry.unit AND record.voided_at IS NULL
                 WHERE to_attendee = ? AND undoes IS NULL
                   AND NOT EXISTS (SELECT 1 FROM carry later WHERE later.unit = carry.unit AND later.seq > carry.seq)
                """, attendee);
        if (!carried.isEmpty()) {
            long correction = maker.record(db, by, attendee, new What("carry_undone", "", String.valueOf(carried.size())));
            for (Back back : carried) {
                db.insert(CARRY, correction, back.unit(), back.to().line(), back.to().attendee(), back.from().line(),
                        back.from().attendee(), back.carry());
            }
        }
        return carried.size();
    }

    /** Moves every unit that counts for one entry of a person to another entry, line by line (R37). */
    public static int merge(Db db, Maker maker, By by, long from, long into) throws SQLException {
        List<Place> units = new ArrayList<>();
        List<Long> seqs = db.list(row -> {
            units.add(new Place(row.getLong(2), from));
            return row.getLong(1);
        }, "SELECT seq, order_line_item_id FROM counted_unit WHERE attendee_id = ? ORDER BY seq", from);
        long correction = seqs.isEmpty() ? 0
                : maker.record(db, by, into, new What("carried", "", seqs.size() + " "
                        + db.one(row -> row.getString(1), CODE, from).orElseThrow()));
        for (int i = 0; i < seqs.size(); i++) {
            long line = units.get(i).line();
            db.insert(CARRY, correction, seqs.get(i), line, from, line, into, null);
        }
        return seqs.size();
    }
}
