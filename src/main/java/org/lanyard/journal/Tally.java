package org.lanyard.journal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up live records one after the other; a void starts it anew. */
final class Tally {

    /** Of an hour, in milliseconds. */
    static final long QUARTER = 15 * 60 * 1000;

    final RosterFigures roster;
    final long midnight;
    final Set<Long> in;
    final Set<Long> today = new HashSet<>();
    final Map<Long, Integer> checkIns = new HashMap<>();
    // Check-ins by attendee, of codes that admit several.
    private final Map<Long, Integer> parties = new HashMap<>();
    final SortedMap<Long, Integer> quarters = new TreeMap<>();
    final Map<Long, Set<Long>> admitted = new HashMap<>();
    final Map<Long, Integer> redeemed;
    final Map<Long, Records.Entry> last = new HashMap<>();

    /** @param midnight in milliseconds since 1970, UTC */
    Tally(RosterFigures roster, long midnight) {
        this.roster = roster;
        this.midnight = midnight;
        this.in = new HashSet<>(roster.elsewhere().keySet());
        this.redeemed = new HashMap<>(roster.redeemedElsewhere());
        roster.elsewhere().forEach((attendee, at) -> {
            if (at >= midnight) {
                today.add(attendee);
            }
        });
    }

    boolean holds(RosterFigures current, long currentMidnight) {
        return roster == current && midnight == currentMidnight;
    }

    void checkIn(Records.Entry entry) {
        long person = roster.person(entry.attendee());
        in.add(person);
        if (entry.at() >= midnight) {
            today.add(person);
            quarters.merge(Math.floorDiv(entry.at(), QUARTER), 1, Integer::sum);
        }
        if (roster.parties().containsKey(person)) {
            parties.merge(person, 1, Integer::sum);
        }
        checkIns.merge(entry.station(), 1, Integer::sum);
        seen(entry);
    }

    void doorCheck(Records.Entry entry) {
        admitted.computeIfAbsent(entry.product(), _ -> new HashSet<>()).add(roster.person(entry.attendee()));
        seen(entry);
    }

    void checkOut(Records.Entry entry) {
        seen(entry);
    }

    void redemption(Records.Entry entry) {
        redeemed.merge(entry.product(), 1, Integer::sum);
        seen(entry);
    }

    /** People who have checked in: of a party as many as its check-ins, one made elsewhere included (R10). */
    int people() {
        int people = in.size();
        for (var party : roster.parties().entrySet()) {
            int entries = parties.getOrDefault(party.getKey(), 0)
                    + (roster.elsewhere().containsKey(party.getKey()) ? 1 : 0);
            people += entries == 0 ? 0 : Math.min(party.getValue(), entries) - 1;
        }
        return people;
    }

    private void seen(Records.Entry entry) {
        last.merge(entry.station(), entry, (one, other) -> one.seq() > other.seq() ? one : other);
    }
}
