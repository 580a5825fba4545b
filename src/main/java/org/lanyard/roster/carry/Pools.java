package org.lanyard.roster.carry;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The pools of a conference that a change may concern, as of one transaction.
 *
 * @param perLine   true where the sharers of a line share its quantity (R19): a line is then one pool
 * @param units     live ones where they count now, oldest first
 * @param lines     those of the units and the holds
 * @param holds     who may use what
 * @param elsewhere units that the registration server counts beside ours, by line and attendee
 * @param linked    people who are or were on an order, by order
 * @param undone    carries that a lead undid: never made again
 * @param heirs     the new entry of a person whose code was replaced, by the old entry
 * @param now       the journal's place; whoever holds since then holds by this change
 */
record Pools(boolean perLine, List<Unit> units, Map<Long, PoolLine> lines, List<Hold> holds,
        Map<Place, Integer> elsewhere, Map<Long, Set<Long>> linked, Set<Undone> undone, Map<Long, Long> heirs, long now) {

    record Unit(long seq, long line, long attendee, boolean carried) {

        Place place() {
            return new Place(line, attendee);
        }
    }

    record PoolLine(long id, long order, long addon) {}

    /** @param since the journal's place at which it began; 0: before every unit */
    record Hold(PoolLine line, long attendee, int quantity, long since) {

        Place place() {
            return new Place(line.id(), attendee);
        }
    }

    record Undone(long unit, long attendee) {}

    record Carry(Unit unit, Place to) {}

    Place pool(Place place) {
        return perLine ? new Place(place.line(), 0) : place;
    }
}
