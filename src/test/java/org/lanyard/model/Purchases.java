package org.lanyard.model;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lanyard.model.Book.Entry;
import org.lanyard.model.Register.Kind;
import org.lanyard.model.Register.Line;
import org.lanyard.model.Register.Order;
import org.lanyard.model.Register.Person;
import org.lanyard.model.Register.Product;

/** R38: what was used moves with the purchase. Knows who holds what, and since which record. */
final class Purchases {

    /** Where units count: an item, and a person where everybody has the quantity of their own. */
    private record Pool(long line, String code) {}

    private record Hold(Line line, String order, String code) {}

    /** Who has nothing to do with the purchase. */
    private static final int FAR = 9;

    private final Book book;
    private final Map<Pool, Integer> since = new HashMap<>();
    private Register register;
    private boolean perLine;
    private List<Hold> holds = List.of();
    private Map<Pool, List<Entry>> units = Map.of();
    private int change;

    Purchases(Book book, Register register) {
        this.book = book;
        this.register = register;
    }

    /** A roster was read: who holds more than before holds it since now. */
    void settle(Register now, boolean shared) {
        Set<Pool> before = new HashSet<>();
        holds(register).forEach(hold -> before.add(new Pool(hold.line.id(), hold.code)));
        register = now;
        change = book.size();
        holds(now).stream().map(hold -> new Pool(hold.line.id(), hold.code)).filter(hold -> !before.contains(hold))
                .forEach(hold -> since.put(hold, change));
        settle(shared);
    }

    /** The setting of R19 changed. */
    void settle(boolean shared) {
        perLine = shared;
        change = book.size();
        holds = holds(register);
        units = book.units().stream().collect(groupingBy(unit -> pool(unit.place, unit.user), LinkedHashMap::new,
                toList()));
        Map<Pool, Integer> room = new HashMap<>();
        Map<Pool, Integer> gain = new HashMap<>();
        for (Hold hold : holds) {
            List<Entry> there = units.getOrDefault(pool(hold), List.of());
            room.put(pool(hold), hold.line.quantity() - there.size());
            gain.put(pool(hold), hold.line.quantity() - (int) there.stream().filter(Entry::isCarried).count());
        }
        beyond().values().forEach(some -> move(some, room, gain));
    }

    private static List<Hold> holds(Register register) {
        List<Hold> holds = new ArrayList<>();
        for (Person person : register.people().values()) {
            for (Order order : register.ordersOf(person)) {
                if (order.active() && !person.withdrawn()) {
                    order.lines().stream().filter(line -> Register.serves(line, person) && line.quantity() > 0
                            && line.product().kind() == Kind.ADDON)
                            .forEach(line -> holds.add(new Hold(line, order.reference(), person.code())));
                }
            }
        }
        return holds;
    }

    private Pool pool(Hold hold) {
        return pool(hold.line, hold.code);
    }

    private Pool pool(Line line, String code) {
        return new Pool(line.id(), perLine ? "" : code);
    }

    private int since(Hold hold) {
        return since.getOrDefault(new Pool(hold.line.id(), hold.code), 0);
    }

    private int quantity(Pool pool) {
        return holds.stream().filter(hold -> pool(hold).equals(pool)).mapToInt(hold -> hold.line.quantity()).findFirst()
                .orElse(0);
    }

    /** What was used beyond the quantity, by who used it and of which add-on; of a shared item by item. */
    private Map<Object, List<Entry>> beyond() {
        Map<Object, List<Entry>> beyond = new LinkedHashMap<>();
        units.forEach((pool, some) -> some.stream().limit(Math.max(0, some.size() - quantity(pool))).forEach(unit -> beyond
                .computeIfAbsent(perLine ? pool : List.of(unit.user, unit.place.product()), _ -> new ArrayList<>())
                .add(unit)));
        beyond.values().forEach(some -> some.sort(Comparator.comparingInt(unit -> unit.number)));
        return beyond;
    }

    private void move(List<Entry> beyond, Map<Pool, Integer> room, Map<Pool, Integer> gain) {
        int first = beyond.getFirst().number;
        int stillHeld = perLine ? 0 : holds.stream().filter(hold -> sameHolder(hold, beyond.getFirst())
                && since(hold) <= first && hold.line.id() != beyond.getFirst().place.id())
                .mapToInt(hold -> Math.max(0, room.getOrDefault(pool(hold), 0))).sum();
        int most = beyond.size() - stillHeld;
        List<Entry> left = new ArrayList<>();
        for (Entry unit : beyond) {
            Optional<Hold> taker = most > 0 ? taker(unit, gain) : Optional.empty();
            if (taker.isPresent()) {
                move(unit, taker.get(), gain);
                most--;
            } else {
                left.add(unit);
            }
        }
        if (left.size() < beyond.size() && !perLine) {
            left.reversed().forEach(unit -> holds.stream().filter(hold -> sameHolder(hold, unit)
                    && hold.line.id() != unit.place.id() && since(hold) <= unit.number
                    && room.getOrDefault(pool(hold), 0) > 0)
                    .min(Comparator.comparingLong(hold -> hold.line.id())).ifPresent(hold -> move(unit, hold, room)));
        }
    }

    private static boolean sameHolder(Hold hold, Entry unit) {
        return hold.code.equals(unit.user) && hold.line.product().equals(unit.place.product());
    }

    private void move(Entry unit, Hold to, Map<Pool, Integer> left) {
        left.merge(pool(to), -1, Integer::sum);
        unit.place = to.line;
        unit.user = to.code;
    }

    /** Whoever came to hold it after it was handed out, the nearest to the purchase first. */
    private Optional<Hold> taker(Entry unit, Map<Pool, Integer> gain) {
        boolean given = quantity(pool(unit.place, unit.user)) == 0;
        return holds.stream().filter(hold -> hold.line.product().equals(unit.place.product())
                && !pool(hold).equals(pool(unit.place, unit.user)) && since(hold) > unit.number
                && (given || since(hold) == change) && gain.get(pool(hold)) > 0 && isNew(pool(hold), unit)
                && nearness(hold, unit) < FAR)
                .min(Comparator.<Hold>comparingInt(hold -> nearness(hold, unit)).thenComparingLong(hold -> hold.line.id())
                        .thenComparingInt(hold -> new ArrayList<>(register.people().keySet()).indexOf(hold.code)));
    }

    /** Nobody of those who share it may have held it before. */
    private boolean isNew(Pool pool, Entry unit) {
        return holds.stream().filter(hold -> pool(hold).equals(pool)).allMatch(hold -> since(hold) > unit.number);
    }

    private int nearness(Hold hold, Entry unit) {
        boolean own = hold.code.equals(unit.user);
        if (hold.order.equals(order(unit.place))) {
            return own ? 0 : hold.line.id() == unit.place.id() ? 1 : 2;
        }
        if (own) {
            return 3;
        }
        if (perLine && shares(hold.code, order(unit.place))) {
            return 4;
        }
        return register.isHeir(hold.code, unit.user) ? 5 : FAR;
    }

    private String order(Line line) {
        return register.orders().values().stream()
                .filter(order -> order.lines().stream().anyMatch(one -> one.id() == line.id())).findFirst()
                .map(Order::reference).orElse("");
    }

    private boolean shares(String code, String order) {
        Stream<Long> lines = register.orders().get(order).lines().stream().map(Line::id);
        return register.people().get(code).orders().contains(order)
                || lines.anyMatch(line -> since.containsKey(new Pool(line, code)))
                || book.units().stream().anyMatch(unit -> unit.user.equals(code) && order(unit.place).equals(order));
    }
}
