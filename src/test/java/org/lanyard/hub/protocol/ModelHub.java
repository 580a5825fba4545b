package org.lanyard.hub.protocol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The hub's contract in memory: each method is one step. */
final class ModelHub implements ScheduledHub {

    private static final UUID NOBODY = new UUID(0, 0);

    private final Set<Guard> guards;
    private final Map<String, Placed> entries = new TreeMap<>();
    private final Map<Bucket, UUID> owners = new TreeMap<>();
    private final Map<Bucket, Grant> grants = new TreeMap<>();
    private final Map<Bucket, Boolean> wanted = new HashMap<>();
    private final Map<String, Integer> seenBefore = new HashMap<>();
    private long place;

    ModelHub(Set<Guard> guards) {
        this.guards = guards;
    }

    @Override
    public Answer ask(UUID station, Entry unit) {
        Placed known = entries.get(unit.key());
        if (known != null && (known.entry().state() != Entry.State.UNDONE || guards.contains(Guard.REMEMBERS_UNDONE))) {
            return known.entry().state() == Entry.State.UNDONE ? new Answer.Undone() : new Answer.Accepted(known.place());
        }
        Claim claim = unit.claims().getFirst();
        UUID owner = owners.getOrDefault(claim.bucket(), NOBODY);
        if (!owner.equals(NOBODY)) {
            wanted.put(claim.bucket(), true);
            return new Answer.Kept(claim.bucket(), owner, "");
        }
        if (count(claim) >= claim.limit()) {
            return new Answer.Full(claim.pool(), place);
        }
        put(station, unit);
        return new Answer.Accepted(place);
    }

    /** A count that was read in an earlier round trip, where that guard is taken out. */
    private int count(Claim claim) {
        int now = live(claim.pool()).size();
        Integer before = seenBefore.put(claim.pool(), now);
        return guards.contains(Guard.COUNTS_UNDER_THE_LOCK) || before == null ? now : before;
    }

    @Override
    public void settle(UUID station, Entry unit) {
        Placed known = entries.get(unit.key());
        if (known == null || known.entry().state() == Entry.State.LIVE) {
            put(station, state(unit, Entry.State.UNDONE));
        }
    }

    @Override
    public void upload(UUID station, Entry entry) {
        Placed known = entries.get(entry.key());
        if (known == null || known.entry().state() == Entry.State.LIVE && entry.state() != Entry.State.LIVE) {
            put(station, entry);
        }
    }

    private void put(UUID station, Entry entry) {
        Placed known = entries.get(entry.key());
        place++;
        entries.put(entry.key(), new Placed(entry, known == null ? place : known.place(), place, station, false));
    }

    static Entry state(Entry unit, Entry.State state) {
        return new Entry(unit.conference(), unit.kind(), unit.key(), state, unit.body(), unit.claims(), unit.base());
    }

    @Override
    public List<Placed> follow(long after) {
        return entries.values().stream().filter(entry -> entry.changed() > after)
                .sorted(Comparator.comparingLong(Placed::changed)).toList();
    }

    @Override
    public void grant(UUID to, Bucket bucket) {
        if (owner(bucket).equals(NOBODY)) {
            long number = grants.containsKey(bucket) ? grants.get(bucket).number() + 1 : 1;
            owners.put(bucket, to);
            grants.put(bucket, new Grant(bucket, number, ++place));
            wanted.remove(bucket);
        }
    }

    @Override
    public void giveBack(UUID station, Bucket bucket, long grant) {
        boolean same = grants.containsKey(bucket) && grants.get(bucket).number() == grant;
        if (owner(bucket).equals(station) && (same || !guards.contains(Guard.RETURNS_NAME_THEIR_GRANT))) {
            owners.put(bucket, NOBODY);
        }
    }

    /** What a lease would do at its end, whatever its holder has handed out. */
    @Override
    public void lapse(Bucket bucket) {
        owners.put(bucket, NOBODY);
    }

    @Override
    public Contacted contact(UUID station) {
        List<Grant> mine = new ArrayList<>();
        owners.forEach((bucket, owner) -> {
            if (owner.equals(station)) {
                mine.add(grants.get(bucket));
            }
        });
        List<Bucket> back = mine.stream().map(Grant::bucket).filter(wanted::containsKey).toList();
        return new Contacted(NOBODY, place, mine, back, false, false, false, false);
    }

    private UUID owner(Bucket bucket) {
        return owners.getOrDefault(bucket, NOBODY);
    }

    @Override
    public boolean owns(Bucket bucket) {
        return owner(bucket).equals(NOBODY);
    }

    @Override
    public List<String> live(String pool) {
        return entries.values().stream().filter(entry -> entry.entry().state() == Entry.State.LIVE)
                .filter(entry -> entry.entry().claims().getFirst().pool().equals(pool)).map(entry -> entry.entry().key())
                .toList();
    }
}
