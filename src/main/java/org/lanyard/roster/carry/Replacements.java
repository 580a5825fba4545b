package org.lanyard.roster.carry;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lanyard.ledger.Db;
import org.lanyard.roster.carry.Pools.Carry;
import org.lanyard.roster.carry.Pools.Hold;
import org.lanyard.roster.carry.Pools.Unit;

/**
 * Recognises a code that was replaced at the registration server: somebody is withdrawn, and the server counts as many
 * units of the same line for a newcomer. Those that were sent from here are ours under the new code too, voided ones
 * included; those of other desks are the same ones. Where the sharers of a line share its quantity, it is one pool all the
 * while, and the server's count of it is without them already.
 */
final class Replacements {

    private static final String WITHDRAWN =
            "SELECT 1 FROM attendee WHERE id = ? AND withdrawn = 1 AND merged_into IS NULL";
    private static final String ELSEWHERE = """
            SELECT ifnull(sum(units), 0) FROM redeemed_elsewhere WHERE order_line_item_id = ? AND attendee_id = ?
            """;
    private static final String LESS = """
            UPDATE redeemed_elsewhere SET units = max(0, units - ?) WHERE order_line_item_id = ? AND attendee_id = ?
            """;
    // What a lead undid once is not carried again.
    private static final String OURS = """
            SELECT unit.seq FROM unit_place unit LEFT JOIN delivery ON delivery.seq = unit.seq
             WHERE unit.order_line_item_id = ?1 AND unit.attendee_id = ?2 AND stands_for IS NULL AND %s
               AND NOT EXISTS (SELECT 1 FROM carry back JOIN carry made ON made.seq = back.undoes
                                WHERE made.unit = unit.seq AND made.to_attendee = ?3)
             ORDER BY unit.seq LIMIT ?4
            """;
    private static final String DELIVERED = OURS.formatted("state IN ('confirmed', 'sent', 'in_doubt', 'undecided')");
    private static final String ALL = OURS.formatted("true");

    private final Db db;
    private final Map<Long, Long> heirs;
    private final boolean perLine;

    /**
     * @param heirs   the new entry of a person, by the withdrawn one
     * @param perLine true where the sharers of a line share its quantity
     */
    Replacements(Db db, Map<Long, Long> heirs, boolean perLine) {
        this.db = db;
        this.heirs = heirs;
        this.perLine = perLine;
    }

    /** @return units to be carried from the old codes to the new ones */
    List<Carry> of(List<Hold> before, List<Hold> after, Set<Place> counted) throws SQLException {
        List<Carry> carries = new ArrayList<>();
        for (Hold gained : after) {
            if (counted.contains(gained.place()) && gained.line().addon() != 0 && !holds(before, gained.place())) {
                for (Hold lost : before) {
                    if (lost.line().id() == gained.line().id() && !holds(after, lost.place())
                            && heirs.getOrDefault(lost.attendee(), gained.attendee()) == gained.attendee()
                            && db.number(WITHDRAWN, lost.attendee()) != 0) {
                        carries.addAll(replaced(lost.place(), gained.place()));
                    }
                }
            }
        }
        return carries;
    }

    private static boolean holds(List<Hold> some, Place place) {
        return some.stream().anyMatch(hold -> hold.place().equals(place));
    }

    private List<Carry> replaced(Place from, Place to) throws SQLException {
        long counted = db.number(ELSEWHERE, to.line(), to.attendee());
        List<Carry> ours = units(perLine ? ALL : DELIVERED, from, to, perLine ? Integer.MAX_VALUE : counted);
        db.run(LESS, perLine ? counted : counted - ours.size(), from.line(), from.attendee());
        return ours;
    }

    private List<Carry> units(String which, Place from, Place to, long most) throws SQLException {
        return db.list(row -> new Carry(new Unit(row.getLong(1), from.line(), from.attendee(), false), to), which,
                from.line(), from.attendee(), to.attendee(), most);
    }
}
