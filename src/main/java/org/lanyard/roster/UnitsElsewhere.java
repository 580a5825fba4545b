package org.lanyard.roster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lanyard.scan.Conference;

/**
 * Notes units that were handed out elsewhere: the server's count less our confirmed and unsettled units of that pool, never
 * below 0 (R38). A line that its sharers share is one pool, also for those of ours whose people the server no longer names.
 */
final class UnitsElsewhere {

    private final LineComparison lines;
    private final Changes changes;
    private final Map<Long, Integer> ofNobodyCounted = new HashMap<>();

    /**
     * @param lines with every order compared
     * @param whole true where whoever is not stated is not counted by the server
     */
    UnitsElsewhere(StatedRoster stated, KnownRoster known, LineComparison lines, Changes changes, boolean whole) {
        this.lines = lines;
        this.changes = changes;
        if (whole && known.conference.redeemPer() == Conference.RedeemPer.LINE) {
            known.attendees.forEach((code, attendee) -> attendee.eachOurs((line, ours) -> {
                if (stated.person(code).filter(person -> isCounted(person, line)).isEmpty()) {
                    ofNobodyCounted.merge(line, ours, Integer::sum);
                }
            }));
        }
    }

    private boolean isCounted(StatedPerson person, long line) {
        return person.redeemed().keySet().stream().flatMap(there -> lines.partsOf(there, person.accessCode()).stream())
                .anyMatch(part -> part.id() == line);
    }

    /** True where a count differs from what is known. */
    boolean compare(long id, StatedPerson person, KnownRoster.@Nullable Attendee before) {
        boolean differs = false;
        for (var counted : person.redeemed().entrySet()) {
            List<LineComparison.Part> parts = lines.partsOf(counted.getKey(), person.accessCode());
            int ours = parts.stream().map(part -> units(part, before)).mapToInt(KnownRoster.Units::ours).sum();
            int elsewhere = Math.max(0, counted.getValue() - ours);
            for (LineComparison.Part part : parts) {
                int room = Math.max(0, part.quantity() - units(part, before).ours());
                int its = part == parts.getLast() ? elsewhere : Math.min(elsewhere, room);
                elsewhere -= its;
                its -= takeOurs(part.id(), its);
                changes.addCounted(part.id(), id);
                if (its != units(part, before).elsewhere()) {
                    changes.add(Changes.SET_UNITS_ELSEWHERE, part.id(), id, its);
                    differs = true;
                }
            }
        }
        return differs;
    }

    private int takeOurs(long line, int most) {
        int taken = Math.min(most, ofNobodyCounted.getOrDefault(line, 0));
        if (taken > 0) {
            ofNobodyCounted.merge(line, -taken, Integer::sum);
        }
        return taken;
    }

    private static KnownRoster.Units units(LineComparison.Part part, KnownRoster.@Nullable Attendee person) {
        return person == null ? KnownRoster.Units.NONE : person.units(part.id());
    }
}
