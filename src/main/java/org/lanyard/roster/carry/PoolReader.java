package org.lanyard.roster.carry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.lanyard.ledger.Db;
import org.lanyard.roster.carry.Pools.Hold;
import org.lanyard.roster.carry.Pools.PoolLine;
import org.lanyard.roster.carry.Pools.Undone;
import org.lanyard.roster.carry.Pools.Unit;
import org.lanyard.scan.Folding;
import tools.jackson.databind.json.JsonMapper;

final class PoolReader {

    private static final String UNITS = """
            SELECT unit.seq, unit.order_line_item_id, unit.attendee_id,
                   carried_from IS NOT NULL, line.order_id, line.addon_id
              FROM counted_unit unit JOIN order_line_item line ON line.id = unit.order_line_item_id
             WHERE %s IN (SELECT value FROM json_each(?))
            """;
    private static final String UNITS_OF = UNITS.formatted("unit.attendee_id");
    private static final String UNITS_AT = UNITS.formatted("unit.order_line_item_id");
    private static final String LINES_OF = """
            SELECT line.id FROM attendee_order link JOIN order_line_item line ON line.order_id = link.order_id
             WHERE link.attendee_id IN (SELECT value FROM json_each(?1)) AND line.addon_id IS NOT NULL
            UNION
            SELECT order_line_item_id FROM hold WHERE attendee_id IN (SELECT value FROM json_each(?1))
            """;
    private static final String LINKED = """
            SELECT order_id, attendee_id FROM attendee_order WHERE order_id IN (SELECT value FROM json_each(?1))
            UNION ALL
            SELECT line.order_id, hold.attendee_id FROM order_line_item line JOIN hold ON hold.order_line_item_id = line.id
             WHERE line.order_id IN (SELECT value FROM json_each(?1))
            """;
    private static final String HELD = """
            SELECT line.id, line.order_id, line.addon_id, link.attendee_id, line.quantity,
                   ifnull((SELECT since FROM hold WHERE hold.order_line_item_id = line.id
                              AND hold.attendee_id = link.attendee_id), 0), ifnull(line.ticket_type_id, 0)
              FROM attendee_order link JOIN attendee ON attendee.id = link.attendee_id AND withdrawn = 0
              JOIN orders ON orders.id = link.order_id
               AND ifnull(orders.status_here, orders.status) IN ('paid', 'partially_refunded')
              JOIN order_line_item line ON line.order_id = orders.id AND line.quantity > 0
               AND (line.status IS NULL OR line.status IN ('paid', 'partially_refunded'))
               AND (line.holder_id IS NULL OR line.holder_id = link.attendee_id)
             WHERE link.attendee_id IN (SELECT value FROM json_each(?))
             ORDER BY line.id, link.attendee_id
            """;
    private static final String ELSEWHERE = """
            SELECT order_line_item_id, attendee_id, units FROM redeemed_elsewhere
             WHERE order_line_item_id IN (SELECT value FROM json_each(?)) AND units > 0
            """;
    private static final String UNDONE = """
            SELECT made.unit, made.to_attendee FROM carry back JOIN carry made ON made.seq = back.undoes
             WHERE made.unit IN (SELECT value FROM json_each(?))
            """;
    private static final String NAMES = """
            SELECT id, name, email FROM attendee
             WHERE id IN (SELECT value FROM json_each(?)) AND withdrawn = ? AND name <> '' AND email <> '' AND merged_into IS NULL
            """;

    private final Db db;
    private final Map<Long, PoolLine> lines = new HashMap<>();

    PoolReader(Db db) {
        this.db = db;
    }

    static String json(Collection<Long> ids) {
        return JsonMapper.shared().writeValueAsString(ids);
    }

    /** Everything that these people may use, tickets too: of those the add-on is 0. */
    List<Hold> holds(Collection<Long> people) throws SQLException {
        return db.list(row -> new Hold(new PoolLine(row.getLong(1), row.getLong(2), row.getLong(3)), row.getLong(4),
                row.getInt(5), row.getLong(6)), HELD, json(people));
    }

    Pools pools(boolean perLine, Set<Long> people, List<Long> before, long now) throws SQLException {
        Map<Long, Unit> first = new LinkedHashMap<>();
        units(first, UNITS_OF, people);
        units(first, UNITS_AT, db.list(row -> row.getLong(1), LINES_OF, json(people)));
        units(first, UNITS_AT, before);
        Set<Long> orders = new HashSet<>();
        Set<Long> all = new HashSet<>(people);
        first.values().forEach(unit -> {
            all.add(unit.attendee());
            orders.add(order(unit));
        });
        Map<Long, Set<Long>> linked = linked(orders);
        linked.values().forEach(all::addAll);
        first.values().forEach(unit -> linked.computeIfAbsent(order(unit), _ -> new HashSet<>())
                .add(unit.attendee()));
        Map<Long, Long> heirs =
                first.isEmpty() ? Map.of() : heirs(first.values().stream().map(Unit::attendee).toList(), people);
        List<Hold> holds = holds(all).stream().filter(hold -> hold.line().addon() != 0).toList();
        holds.forEach(hold -> lines.putIfAbsent(hold.line().id(), hold.line()));
        Map<Long, Unit> units = new LinkedHashMap<>(first);
        units(units, UNITS_AT, lines.keySet());
        List<Unit> oldestFirst = units.values().stream().sorted(Comparator.comparingLong(Unit::seq)).toList();
        return new Pools(perLine, oldestFirst, lines, holds, elsewhere(), linked, undone(units.keySet()), heirs, now);
    }

    private long order(Unit unit) {
        return Objects.requireNonNull(lines.get(unit.line())).order();
    }

    private void units(Map<Long, Unit> units, String sql, Collection<Long> ids) throws SQLException {
        db.each(row -> units.put(row.getLong(1), unit(row)), sql, json(ids));
    }

    private Unit unit(ResultSet row) throws SQLException {
        long line = row.getLong(2);
        lines.putIfAbsent(line, new PoolLine(line, row.getLong(5), row.getLong(6)));
        return new Unit(row.getLong(1), line, row.getLong(3), row.getInt(4) != 0);
    }

    private Map<Long, Set<Long>> linked(Set<Long> orders) throws SQLException {
        Map<Long, Set<Long>> linked = new HashMap<>();
        db.each(row -> linked.computeIfAbsent(row.getLong(1), _ -> new HashSet<>()).add(row.getLong(2)), LINKED,
                json(orders));
        return linked;
    }

    private Map<Place, Integer> elsewhere() throws SQLException {
        Map<Place, Integer> elsewhere = new HashMap<>();
        db.each(row -> elsewhere.put(new Place(row.getLong(1), row.getLong(2)), row.getInt(3)), ELSEWHERE,
                json(lines.keySet()));
        return elsewhere;
    }

    private Set<Undone> undone(Set<Long> units) throws SQLException {
        return new HashSet<>(db.list(row -> new Undone(row.getLong(1), row.getLong(2)), UNDONE, json(units)));
    }

    /** The one person with the same name and e-mail, for each person whom a roster withdrew; a name alone may be a namesake's. */
    Map<Long, Long> heirs(Collection<Long> old, Collection<Long> newcomers) throws SQLException {
        Map<String, Set<Long>> gone = names(old, true);
        Map<String, Set<Long>> here = gone.isEmpty() ? Map.of() : names(newcomers, false);
        Map<Long, Long> heirs = new HashMap<>();
        gone.forEach((name, people) -> {
            Set<Long> same = here.getOrDefault(name, Set.of());
            if (people.size() == 1 && same.size() == 1) {
                heirs.put(people.iterator().next(), same.iterator().next());
            }
        });
        return heirs;
    }

    private Map<String, Set<Long>> names(Collection<Long> people, boolean withdrawn) throws SQLException {
        Map<String, Set<Long>> names = new HashMap<>();
        db.each(row -> names.computeIfAbsent(Folding.fold(row.getString(2)) + " <" + Folding.fold(row.getString(3)) + ">",
                _ -> new HashSet<>()).add(row.getLong(1)), NAMES, json(people), withdrawn);
        return names;
    }
}
