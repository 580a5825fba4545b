package org.lanyard.hub.protocol;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A station's log, and its step for each message; all fields but {@code waiting} outlive a crash. */
final class ModelStation {

    private final Set<Guard> guards;
    private final UUID instance;
    /** Asked and not answered: doubts, unless waited for. */
    private final Map<String, Entry> asked = new LinkedHashMap<>();
    private final Map<String, Entry> toSend = new LinkedHashMap<>();
    /** Live units of the venue, as far as known here. */
    private final Map<String, Entry> units = new LinkedHashMap<>();
    private final Map<Bucket, Long> held = new HashMap<>();
    private final Map<Bucket, Long> returning = new HashMap<>();
    private final Map<Bucket, Long> returned = new HashMap<>();
    private long place;
    private Optional<Entry> waiting = Optional.empty();

    ModelStation(Set<Guard> guards, UUID instance) {
        this.guards = guards;
        this.instance = instance;
    }

    /** The same log in another folder. */
    ModelStation copy(UUID fresh) {
        boolean apart = guards.contains(Guard.TELLS_COPIES_APART);
        ModelStation copy = new ModelStation(guards, apart ? fresh : instance);
        copy.toSend.putAll(toSend);
        copy.units.putAll(units);
        copy.place = place;
        if (!apart) {
            copy.held.putAll(held);
            copy.returning.putAll(returning);
            copy.returned.putAll(returned);
            copy.asked.putAll(asked);
        }
        return copy;
    }

    UUID instance() {
        return instance;
    }

    boolean decides(Bucket bucket) {
        return held.containsKey(bucket)
                || returning.containsKey(bucket) && !guards.contains(Guard.STOPS_BEFORE_RETURNING);
    }

    /** Hands out a unit of a bucket that this station owns; true when that is shown green. */
    boolean decide(Entry unit) {
        Claim claim = unit.claims().getFirst();
        long used = units.values().stream().filter(each -> each.claims().getFirst().pool().equals(claim.pool())).count();
        if (used >= claim.limit()) {
            return false;
        }
        units.put(unit.key(), unit);
        toSend.put(unit.key(), unit);
        return true;
    }

    void ask(Entry unit) {
        waiting = Optional.of(unit);
        if (guards.contains(Guard.LOGS_BEFORE_SENDING)) {
            asked.put(unit.key(), unit);
        }
    }

    boolean waits() {
        return waiting.isPresent();
    }

    /** Returns true when a unit is shown green. */
    boolean answer(Entry unit, Answer answer) {
        boolean inTime = waiting.filter(unit::equals).isPresent();
        boolean known = asked.containsKey(unit.key()) || !guards.contains(Guard.LOGS_BEFORE_SENDING);
        if (!(inTime && known) && guards.contains(Guard.IGNORES_LATE_ANSWERS)) {
            return false;
        }
        waiting = inTime ? Optional.empty() : waiting;
        asked.remove(unit.key());
        if (!(answer instanceof Answer.Accepted)) {
            return false;
        }
        units.put(unit.key(), unit);
        return true;
    }

    /** The wait is over, or the power is cut. */
    void stopWaiting() {
        waiting.ifPresent(unit -> {
            if (!guards.contains(Guard.SETTLES)) {
                asked.remove(unit.key());
            }
        });
        waiting = Optional.empty();
    }

    Optional<Entry> doubt() {
        return asked.values().stream().filter(unit -> !waiting.equals(Optional.of(unit))).findFirst();
    }

    void settled(Entry unit) {
        asked.remove(unit.key());
    }

    Optional<Entry> toSend() {
        return toSend.values().stream().findFirst();
    }

    void sent(Entry entry) {
        toSend.remove(entry.key(), entry);
    }

    long place() {
        return place;
    }

    void mirror(long after, List<Placed> entries) {
        if (after != place) {
            return;
        }
        for (Placed placed : entries) {
            Entry entry = placed.entry();
            boolean voidedHere = toSend.containsKey(entry.key()) && toSend.get(entry.key()).state() != Entry.State.LIVE;
            if (entry.state() != Entry.State.LIVE || voidedHere) {
                units.remove(entry.key());
            } else if (!asked.containsKey(entry.key())) {
                units.put(entry.key(), entry);
            }
            place = placed.changed();
        }
    }

    void contacted(Contacted hub, boolean level) {
        if (level) {   // everything up to there is mirrored; grants take places too
            place = Math.max(place, hub.place());
        }
        held.entrySet().removeIf(mine -> hub.grants().stream()
                .noneMatch(grant -> grant.bucket().equals(mine.getKey()) && grant.number() >= mine.getValue()));
        for (Grant grant : hub.grants()) {
            boolean mirrored = place >= grant.place() || !guards.contains(Guard.MIRRORS_BEFORE_ADOPTING);
            if (returned.getOrDefault(grant.bucket(), 0L) < grant.number() && mirrored
                    && !returning.containsKey(grant.bucket())) {
                held.put(grant.bucket(), grant.number());
            }
            if (returned.getOrDefault(grant.bucket(), 0L) == grant.number()) {
                returning.put(grant.bucket(), grant.number());
            }
        }
        hub.wanted().forEach(this::giveUp);
    }

    /** Writes the return; nothing is decided there from now on. */
    void giveUp(Bucket bucket) {
        Optional.ofNullable(held.remove(bucket)).ifPresent(grant -> returning.put(bucket, grant));
    }

    void giveUpAll() {
        List.copyOf(held.keySet()).forEach(this::giveUp);
    }

    Optional<Map.Entry<Bucket, Long>> toReturn() {
        boolean uploaded = toSend.isEmpty() || !guards.contains(Guard.UPLOADS_BEFORE_RETURNING);
        return uploaded ? returning.entrySet().stream().findFirst() : Optional.empty();
    }

    void hasReturned(Bucket bucket, long grant) {
        returning.remove(bucket, grant);
        if (guards.contains(Guard.REMEMBERS_RETURNS)) {
            returned.merge(bucket, grant, Math::max);
        }
    }

    /** Takes a unit back over the counter. */
    void voidUnit(Entry unit) {
        units.remove(unit.key());
        toSend.put(unit.key(), ModelHub.state(unit, Entry.State.VOIDED));
    }
}
