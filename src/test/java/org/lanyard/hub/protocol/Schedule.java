package org.lanyard.hub.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * Three stations, a hub and a network that delivers in any order, twice, late or never; stations are cut off, lose power and
 * are copied. One seed is one schedule.
 */
final class Schedule {

    private static final int STATIONS = 3;
    private static final int MOST_UNDER_WAY = 10;
    private static final Bucket BREAD = new Bucket("con", "addon:lunch", 0);
    private static final Bucket SOUP = new Bucket("con", "addon:lunch", 1);
    private static final List<Claim> POOLS =
            List.of(new Claim(BREAD, "O1/Ada", 1, 1), new Claim(BREAD, "O2/Bob", 2, 1), new Claim(SOUP, "O3/Cyd", 1, 1));

    /** The first broken invariant, after which step, and what had happened until then. */
    record Broken(long seed, String invariant, List<String> steps) {

        @Override
        public String toString() {
            return "seed " + seed + ", " + steps.size() + " steps: " + invariant + "\n  " + String.join("\n  ", steps);
        }
    }

    private record Message(String label, boolean once, Runnable arrival) {}

    private record Green(ModelStation station, Entry unit) {}

    private final long seed;
    private final Random random;
    private final Set<Guard> guards;
    private final ScheduledHub hub;
    private final List<ModelStation> stations = new ArrayList<>();
    private final List<Message> underWay = new ArrayList<>();
    /** Units that are over the counter. */
    private final Map<String, List<Green>> handedOut = new HashMap<>();
    private final List<String> steps = new ArrayList<>();
    private long ids;

    Schedule(long seed, Set<Guard> guards) {
        this(seed, guards, new ModelHub(guards));
    }

    Schedule(long seed, Set<Guard> guards, ScheduledHub hub) {
        this.seed = seed;
        this.random = new Random(seed);
        this.guards = guards;
        this.hub = hub;
        for (int i = 1; i <= STATIONS; i++) {
            stations.add(new ModelStation(guards, new UUID(1, i)));
        }
        POOLS.forEach(pool -> handedOut.put(pool.pool(), new ArrayList<>()));
    }

    Optional<Broken> run(int length) {
        for (int i = 0; i < length; i++) {
            step();
            Optional<String> broken = broken();
            if (broken.isPresent()) {
                return broken.map(why -> new Broken(seed, why, steps));
            }
        }
        comeToRest();
        return broken().or(this::unaccounted).map(why -> new Broken(seed, why, steps));
    }

    /** In every second schedule buckets move often. */
    private void step() {
        int at = random.nextInt(stations.size());
        ModelStation station = stations.get(at);
        String name = "station " + (at + 1);
        if (seed % 2 == 1 && random.nextInt(3) == 0) {
            moveOwnership(random.nextInt(4), name, station);
            return;
        }
        switch (random.nextInt(16)) {
            case 0, 1, 2 -> scan(name, station);
            case 3, 4, 5, 6, 7 -> deliver();
            case 8 -> lose();
            case 9 -> note(name + " stops waiting", station::stopWaiting);
            case 10 -> station.doubt().ifPresent(doubt -> settle(name, station, doubt));
            case 11 -> station.toSend().ifPresent(entry -> upload(name, station, entry));
            case 12, 13, 14 -> moveOwnership(random.nextInt(4), name, station);
            default -> seldom(name, station);
        }
    }

    private void moveOwnership(int which, String name, ModelStation station) {
        Bucket bucket = random.nextBoolean() ? BREAD : SOUP;
        switch (which) {
            case 0 -> contact(name, station);
            case 1 -> giveBack(name, station);
            case 2 -> send("share of bucket " + bucket.number() + " with " + name,
                    () -> hub.grant(station.instance(), bucket));
            default -> note(name + " writes the return of bucket " + bucket.number(), () -> station.giveUp(bucket));
        }
    }

    private void note(String what, Runnable step) {
        steps.add(what);
        step.run();
    }

    private void scan(String name, ModelStation station) {
        Claim claim = POOLS.get(random.nextInt(POOLS.size()));
        Optional<Entry> doubt = station.doubt();
        if (station.waits()) {
            return;
        }
        if (doubt.isPresent()) {
            settle(name, station, doubt.get());
            return;
        }
        Entry unit = new Entry("con", "redemption", "u" + ++ids, Entry.State.LIVE, "", List.of(claim), 0);
        if (station.decides(claim.bucket())) {
            note(name + " decides " + unit.key() + " of " + claim.pool(), () -> show(station.decide(unit), station, unit));
            return;
        }
        note(name + " asks for " + unit.key() + " of " + claim.pool(), () -> station.ask(unit));
        send("ask " + unit.key(), guards.contains(Guard.ASKS_ONCE), () -> {
            Answer answer = hub.ask(station.instance(), unit);
            send("answer " + answer.getClass().getSimpleName() + " for " + unit.key(),
                    () -> show(station.answer(unit, answer), station, unit));
        });
    }

    private void show(boolean green, ModelStation station, Entry unit) {
        if (green) {
            handedOut.get(unit.claims().getFirst().pool()).add(new Green(station, unit));
        }
    }

    private void settle(String name, ModelStation station, Entry doubt) {
        send(name + "'s settling of " + doubt.key(), () -> {
            hub.settle(station.instance(), doubt);
            send("settled " + doubt.key(), () -> station.settled(doubt));
        });
    }

    private void upload(String name, ModelStation station, Entry entry) {
        send(name + "'s upload of " + entry.key() + " " + entry.state(), () -> {
            hub.upload(station.instance(), entry);
            send("uploaded " + entry.key(), () -> station.sent(entry));
        });
    }

    private void contact(String name, ModelStation station) {
        long after = station.place();
        send(name + "'s contact", () -> {
            Contacted contacted = hub.contact(station.instance());
            List<Placed> entries = random.nextBoolean() ? hub.follow(after) : List.of();
            boolean whole = entries.size() == hub.follow(after).size();
            send("contact of " + name, () -> {
                boolean level = whole && station.place() == after;
                station.mirror(after, entries);
                station.contacted(contacted, level);
            });
        });
    }

    private void giveBack(String name, ModelStation station) {
        station.toReturn().ifPresent(grant -> {
            Bucket bucket = grant.getKey();
            long number = grant.getValue();
            send(name + "'s return of grant " + number + " of bucket " + bucket.number(), () -> {
                hub.giveBack(station.instance(), bucket, number);
                send("returned", () -> station.hasReturned(bucket, number));
            });
        });
    }

    private void seldom(String name, ModelStation station) {
        int which = random.nextInt(4);
        if (which == 0 && stations.size() == STATIONS) {
            note("station 4 is a copy of " + name, () -> stations.add(station.copy(new UUID(1, 4))));
        } else if (which == 1 && !guards.contains(Guard.ENDS_BY_REPORT_ONLY)) {
            note("a lease ends", () -> hub.lapse(BREAD));
        } else if (which > 1) {
            takeBack();
        }
    }

    private void takeBack() {
        List<Green> greens = handedOut.get(POOLS.get(random.nextInt(POOLS.size())).pool());
        if (!greens.isEmpty()) {
            Green green = greens.removeFirst();
            note(green.unit().key() + " is voided", () -> green.station().voidUnit(green.unit()));
        }
    }

    private void send(String label, Runnable arrival) {
        send(label, false, arrival);
    }

    private void send(String label, boolean once, Runnable arrival) {
        if (underWay.size() == MOST_UNDER_WAY) {
            underWay.remove(random.nextInt(MOST_UNDER_WAY));
        }
        underWay.add(new Message(label, once, arrival));
    }

    /** Any message, in any order; one in six arrives once more, later, but for an ask. */
    private void deliver() {
        if (!underWay.isEmpty()) {
            Message message = underWay.remove(random.nextInt(underWay.size()));
            if (random.nextInt(6) == 0 && !message.once()) {
                underWay.add(message);
            }
            note(message.label(), message.arrival());
        }
    }

    private void lose() {
        if (!underWay.isEmpty()) {
            underWay.remove(random.nextInt(underWay.size()));
        }
    }

    /** The links are back: everybody settles, uploads and returns, until nothing is left. */
    private void comeToRest() {
        for (int i = 0; i < 3 * MOST_UNDER_WAY; i++) {
            deliver();
        }
        underWay.clear();
        for (ModelStation station : stations) {
            station.stopWaiting();
            for (Optional<Entry> doubt = station.doubt(); doubt.isPresent(); doubt = station.doubt()) {
                hub.settle(station.instance(), doubt.get());
                station.settled(doubt.get());
            }
            for (Optional<Entry> next = station.toSend(); next.isPresent(); next = station.toSend()) {
                hub.upload(station.instance(), next.get());
                station.sent(next.get());
            }
        }
        steps.add("everything comes to rest");
    }

    private Optional<String> broken() {
        for (Claim pool : POOLS) {
            if (handedOut.get(pool.pool()).size() > pool.limit()) {
                return Optional
                        .of("I1: " + handedOut.get(pool.pool()).size() + " of " + pool.limit() + " of " + pool.pool());
            }
        }
        for (Bucket bucket : List.of(BREAD, SOUP)) {
            long deciding =
                    stations.stream().filter(station -> station.decides(bucket)).count() + (hub.owns(bucket) ? 1 : 0);
            if (deciding > 1) {
                return Optional.of("I2: " + deciding + " decide in bucket " + bucket.number());
            }
        }
        return Optional.empty();
    }

    private Optional<String> unaccounted() {
        for (Claim pool : POOLS) {
            List<String> green = handedOut.get(pool.pool()).stream().map(each -> each.unit().key()).sorted().toList();
            List<String> live = hub.live(pool.pool()).stream().sorted().toList();
            if (!green.equals(live)) {
                return Optional.of("I5: shown green " + green + ", at the hub " + live);
            }
        }
        return Optional.empty();
    }
}
