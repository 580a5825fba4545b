package org.lanyard.roster.carry;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lanyard.roster.carry.Pools.Carry;
import org.lanyard.roster.carry.Pools.Hold;
import org.lanyard.roster.carry.Pools.PoolLine;
import org.lanyard.roster.carry.Pools.Undone;
import org.lanyard.roster.carry.Pools.Unit;

/**
 * Decides which units are carried: those used beyond what the old holder still holds of the add-on, oldest first, up to
 * what each taker gained. A taker holds since after the unit.
 */
final class Settlement {

    private final Pools pools;
    private final Map<Place, List<Hold>> held;
    private final Map<Long, List<Hold>> byOrder;
    private final Map<Long, List<Hold>> byAttendee;
    private final Map<Place, List<Unit>> used;
    private final Map<Place, Integer> elsewhere = new HashMap<>();
    private final Map<Place, Integer> gains = new HashMap<>();
    private final Map<Place, Integer> free = new HashMap<>();
    private final List<Carry> carries = new ArrayList<>();

    private Settlement(Pools pools) {
        this.pools = pools;
        this.held = pools.holds().stream().collect(groupingBy(hold -> pools.pool(hold.place())));
        this.byOrder = pools.holds().stream().collect(groupingBy(hold -> hold.line().order()));
        this.byAttendee = pools.holds().stream().collect(groupingBy(Hold::attendee));
        pools.elsewhere().forEach((place, count) -> elsewhere.merge(pools.pool(place), count, Integer::sum));
        this.used = pools.units().stream().collect(groupingBy(unit -> pools.pool(unit.place()), LinkedHashMap::new,
                toList()));
        held.forEach((pool, holds) -> {
            List<Unit> units = used.getOrDefault(pool, List.of());
            int quantity = holds.getFirst().quantity();
            gains.put(pool, quantity - (int) units.stream().filter(Unit::carried).count());
            free.put(pool, quantity - units.size() - elsewhere(pool));
        });
    }

    static List<Carry> of(Pools pools) {
        Settlement settlement = new Settlement(pools);
        settlement.beyond().values().forEach(settlement::settle);
        return settlement.carries;
    }

    // An attendee and an add-on; in a pool per line the line.
    private record Holder(long attendee, long of) {}

    // Units beyond the quantity of their pool, oldest first, by holder.
    private Map<Holder, List<Unit>> beyond() {
        Map<Holder, List<Unit>> beyond = new LinkedHashMap<>();
        used.forEach((pool, units) -> {
            int over = Math.min(units.size(), units.size() + elsewhere(pool) - quantity(pool));
            for (Unit unit : units.subList(0, Math.max(0, over))) {
                Holder holder = pools.perLine() ? new Holder(0, pool.line())
                        : new Holder(unit.attendee(), line(unit).addon());
                beyond.computeIfAbsent(holder, _ -> new ArrayList<>()).add(unit);
            }
        });
        beyond.values().forEach(units -> units.sort(Comparator.comparingLong(Unit::seq)));
        return beyond;
    }

    private void settle(List<Unit> units) {
        List<Unit> kept = new ArrayList<>();
        int allowed = units.size() - (pools.perLine() ? 0 : stillHeld(units.getFirst()));
        for (Unit unit : units) {
            Optional<Hold> taker = allowed > 0 ? taker(unit) : Optional.empty();
            if (taker.isPresent()) {
                carry(unit, taker.get(), gains);
                allowed--;
            } else {
                kept.add(unit);
            }
        }
        if (kept.size() < units.size()) {
            kept.reversed().forEach(unit -> olderHold(unit).ifPresent(hold -> carry(unit, hold, free)));
        }
    }

    private void carry(Unit unit, Hold to, Map<Place, Integer> room) {
        room.merge(pools.pool(to.place()), -1, Integer::sum);
        carries.add(new Carry(unit, to.place()));
    }

    // Units that the holder still may use of the add-on, by holds that are no gain.
    private int stillHeld(Unit oldest) {
        return ownHolds(oldest).filter(hold -> hold.since() <= oldest.seq())
                .mapToInt(hold -> Math.max(0, room(free, hold))).sum();
    }

    private Optional<Hold> olderHold(Unit unit) {
        return pools.perLine() ? Optional.empty()
                : ownHolds(unit).filter(hold -> hold.since() <= unit.seq() && room(free, hold) > 0).findFirst();
    }

    private int room(Map<Place, Integer> rooms, Hold hold) {
        return rooms.getOrDefault(pools.pool(hold.place()), 0);
    }

    private Stream<Hold> ownHolds(Unit unit) {
        return of(unit.attendee()).filter(hold -> sameAddon(hold, unit) && hold.line().id() != unit.line());
    }

    private Optional<Hold> taker(Unit unit) {
        boolean given = quantity(pools.pool(unit.place())) == 0;
        return near(unit).filter(hold -> sameAddon(hold, unit) && !pools.pool(hold.place()).equals(pools.pool(unit.place()))
                && hold.since() > unit.seq() && (given || hold.since() >= pools.now())
                && later(hold, unit) && room(gains, hold) > 0
                && !pools.undone().contains(new Undone(unit.seq(), hold.attendee())))
                .min(Comparator.<Hold>comparingInt(hold -> rank(hold, unit)).thenComparingLong(hold -> hold.line().id())
                        .thenComparingLong(Hold::attendee));
    }

    private Stream<Hold> near(Unit unit) {
        Set<Long> sharers = pools.perLine() ? sharers(unit) : Set.of();
        return Stream.of(byOrder.getOrDefault(line(unit).order(), List.of()).stream(), of(unit.attendee()),
                of(pools.heirs().getOrDefault(unit.attendee(), 0L)), sharers.stream().flatMap(this::of)).flatMap(its -> its);
    }

    private Stream<Hold> of(long attendee) {
        return byAttendee.getOrDefault(attendee, List.of()).stream();
    }

    private Set<Long> sharers(Unit unit) {
        return pools.linked().getOrDefault(line(unit).order(), Set.of());
    }

    // A line that somebody held before the unit is no gain where its sharers share the quantity.
    private boolean later(Hold taker, Unit unit) {
        return held.getOrDefault(pools.pool(taker.place()), List.of()).stream().allMatch(hold -> hold.since() > unit.seq());
    }

    // The closer to the purchase, the lower.
    private int rank(Hold hold, Unit unit) {
        boolean sameOrder = hold.line().order() == line(unit).order();
        boolean own = hold.attendee() == unit.attendee();
        if (sameOrder) {
            int others = hold.line().id() == unit.line() ? 1 : 2;
            return own ? 0 : others;
        }
        if (own) {
            return 3;
        }
        return sharers(unit).contains(hold.attendee()) ? 4 : 5;
    }

    private boolean sameAddon(Hold hold, Unit unit) {
        return hold.line().addon() == line(unit).addon();
    }

    private PoolLine line(Unit unit) {
        return Objects.requireNonNull(pools.lines().get(unit.line()));
    }

    private int quantity(Place pool) {
        return held.getOrDefault(pool, List.of()).stream().mapToInt(Hold::quantity).findFirst().orElse(0);
    }

    private int elsewhere(Place pool) {
        return elsewhere.getOrDefault(pool, 0);
    }
}
