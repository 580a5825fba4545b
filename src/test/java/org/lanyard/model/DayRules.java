package org.lanyard.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** R9, R10, R12, R17, R31 to R39 as behaviour.md words them, on plain lists. */
final class DayRules {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final int ROOM_SEATS = 6;
    static final int HALL_SEATS = 9;
    private static final LocalDate SATURDAY = LocalDate.of(2027, 5, 15);

    final Map<String, Person> people = new LinkedHashMap<>();
    /** Whether each order is active. */
    final Map<String, Boolean> orders = new LinkedHashMap<>();
    final List<Item> items = new ArrayList<>();
    final List<Movement> movements = new ArrayList<>();
    boolean entryFirst;
    /** Hour at which everybody counts as having left; below zero for never. */
    int everybodyOut = -1;

    static final class Person {
        final String code;
        final int party;
        final List<String> orders = new ArrayList<>();
        final List<Movement> movements = new ArrayList<>();
        boolean blocked;
        String note = "";
        /** Codes by which they are found, with whether each is blocked. */
        final Map<String, Boolean> codes = new LinkedHashMap<>();

        Person(String code, int party) {
            this.code = code;
            this.party = party;
            codes.put(code, false);
        }
    }

    /** What somebody bought: "all", "sat", "lunch", "room" or "hall". */
    static final class Item {
        final String order;
        String what;
        int quantity;
        Person holder;

        Item(String order, String what, int quantity, Person holder) {
            this.order = order;
            this.what = what;
            this.quantity = quantity;
            this.holder = holder;
        }

        boolean isTicket() {
            return what.equals("all") || what.equals("sat");
        }
    }

    static final class Movement {
        /** "in", "out", "room", "room-out", "hall" or "lunch". */
        final String what;
        final Instant at;
        /** Of a lunch. */
        final Item item;
        /** The note that was acknowledged with it. */
        final String acknowledged;
        boolean voided;

        Movement(String what, Instant at, Item item, String acknowledged) {
            this.what = what;
            this.at = at;
            this.item = item;
            this.acknowledged = acknowledged;
        }
    }

    DayRules(Random random) {
        for (int i = 0; i < 24; i++) {
            String order = i % 3 == 0 ? "O" + i : "O" + (i / 6 * 6 + 1);
            Person person = new Person("P%03d".formatted(i), i % 5 == 0 ? 3 : 1);
            people.put(person.code, person);
            orders.put(order, true);
            person.orders.add(order);
            items.add(new Item(order, i % 4 == 3 ? "sat" : "all", 1, person));
            items.add(new Item(order, "lunch", 1 + random.nextInt(3), person));
            items.add(new Item(order, "room", 1, person));
            items.add(new Item(order, "hall", 1, person));
        }
    }

    List<Person> on(String order) {
        return people.values().stream().filter(person -> person.orders.contains(order)).toList();
    }

    /** What a person may use now. */
    List<Item> of(Person person, String what) {
        return items.stream().filter(item -> item.holder == person && item.quantity > 0 && orders.get(item.order)
                && (item.what.equals(what) || what.equals("ticket") && item.isTicket())).toList();
    }

    Person find(String payload) {
        return people.values().stream().filter(one -> one.codes.containsKey(payload)).findFirst().orElse(null);
    }

    /** The verdict of a scan, recorded where it is. */
    String answer(String mode, String payload, Instant now, boolean override, boolean acknowledge) {
        Person person = find(payload);
        if (person != null) {
            return decide(mode, person, person.codes.get(payload), now, override, acknowledge);
        }
        List<Person> group = on(payload);
        return group.size() > 1 ? "choose_people" : decide(mode, group.getFirst(), false, now, override, acknowledge);
    }

    private String decide(String mode, Person person, boolean codeBlocked, Instant now, boolean override,
            boolean acknowledge) {
        if (mode.endsWith("out")) {
            return leave(mode, person, now);
        }
        if ((person.blocked || codeBlocked) && !override) {
            return "blocked";
        }
        if (person.orders.isEmpty()) {
            return "no_order";
        }
        if (person.orders.stream().noneMatch(orders::get)) {
            return "order_not_active";
        }
        return switch (mode) {
            case "in" -> checkIn(person, now, override, acknowledge);
            case "lunch" -> lunch(person, now, override);
            default -> door(mode, person, now, override);
        };
    }

    private void record(Person person, String what, Instant now, Item item, String acknowledged) {
        Movement made = new Movement(what, now, item, acknowledged);
        movements.add(made);
        person.movements.add(made);
    }

    private void record(Person person, String what, Instant now) {
        record(person, what, now, null, "");
    }

    private String checkIn(Person person, Instant now, boolean override, boolean acknowledge) {
        List<Item> tickets = of(person, "ticket");
        if (tickets.isEmpty()) {
            boolean held = items.stream().anyMatch(item -> item.holder == person && item.isTicket() && item.quantity > 0);
            return held ? "order_not_active" : "no_ticket";
        }
        boolean valid = tickets.stream().anyMatch(ticket -> ticket.what.equals("all"))
                || LocalDate.ofInstant(now, ZONE).equals(SATURDAY);
        if (!valid && !override) {
            return "not_valid_now";
        }
        boolean open = !person.note.isEmpty()
                && live(person).stream().noneMatch(one -> one.acknowledged.equals(person.note));
        if (open && !acknowledge) {
            return "needs_attention";
        }
        record(person, "in", now, null, open ? person.note : "");
        return count(person, "in") <= person.party ? "checked_in" : "re_entry";
    }

    private String door(String door, Person person, Instant now, boolean override) {
        if (of(person, door).isEmpty()) {
            return "not_purchased";
        }
        boolean again = count(person, door) > 0;
        int seats = door.equals("room") ? ROOM_SEATS : HALL_SEATS;
        boolean full = people.values().stream().filter(one -> hasPlace(one, door, now)).mapToInt(one -> one.party).sum()
                + person.party > seats;
        if (full && !hasPlace(person, door, now) && !override) {
            return "door_full";
        }
        record(person, door, now);
        return again ? "admitted_again" : "admitted";
    }

    /** The room counts exits, the hall does not. */
    private boolean hasPlace(Person person, String door, Instant now) {
        return door.equals("room") ? isInRoom(person, now) : count(person, door) > 0 && !of(person, door).isEmpty();
    }

    private String lunch(Person person, Instant now, boolean override) {
        List<Item> lunches = of(person, "lunch");
        if (lunches.isEmpty()) {
            return "not_purchased";
        }
        if (entryFirst && count(person, "in") == 0) {
            return "not_checked_in";
        }
        Item left = lunches.stream().filter(item -> used(item) < item.quantity).findFirst().orElse(null);
        if (left == null) {
            return "fully_redeemed";
        }
        LocalDate day = LocalDate.ofInstant(now, ZONE);
        boolean hadToday = live(person).stream()
                .anyMatch(one -> one.item != null && LocalDate.ofInstant(one.at, ZONE).equals(day));
        if ((!lunchTime(LocalDateTime.ofInstant(now, ZONE)) || hadToday) && !override) {
            return "not_valid_now";
        }
        record(person, "lunch", now, left, "");
        return "redeemed";
    }

    /** As the roster of the test states it: four hours of Friday, then two whole days. */
    private static boolean lunchTime(LocalDateTime time) {
        LocalDate day = time.toLocalDate();
        return day.equals(SATURDAY) || day.equals(SATURDAY.plusDays(1))
                || day.equals(SATURDAY.minusDays(1)) && time.getHour() >= 11 && time.getHour() < 15;
    }

    private String leave(String mode, Person person, Instant now) {
        boolean inside = mode.equals("out") ? inside(person, now) > 0 : isInRoom(person, now);
        record(person, mode, now);
        return inside ? "checked_out" : "not_inside";
    }

    long used(Item item) {
        return movements.stream().filter(one -> one.item == item && !one.voided).count();
    }

    private static List<Movement> live(Person person) {
        return person.movements.stream().filter(one -> !one.voided).toList();
    }

    private static int count(Person person, String what) {
        return (int) live(person).stream().filter(one -> one.what.equals(what)).count();
    }

    /** Movements before this no longer count as inside. */
    private Instant since(Instant now) {
        if (everybodyOut < 0) {
            return Instant.EPOCH;
        }
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        Instant todays = today.atTime(everybodyOut, 0).atZone(ZONE).toInstant();
        return todays.isAfter(now) ? today.minusDays(1).atTime(everybodyOut, 0).atZone(ZONE).toInstant() : todays;
    }

    /** People of this code inside the venue. */
    private int inside(Person person, Instant now) {
        int inside = 0;
        for (Movement one : live(person)) {
            if (one.what.equals("in") && !one.at.isBefore(since(now))) {
                inside = Math.min(person.party, inside + 1);
            } else if (one.what.equals("out")) {
                inside = Math.max(0, inside - 1);
            }
        }
        return inside;
    }

    private boolean isInRoom(Person person, Instant now) {
        return live(person).stream().filter(one -> one.what.equals("room") || one.what.endsWith("out"))
                .reduce((_, last) -> last)
                .filter(last -> last.what.equals("room") && !last.at.isBefore(since(now))).isPresent();
    }

    int insideVenue(Instant now) {
        return people.values().stream().mapToInt(one -> inside(one, now)).sum();
    }

    int insideRoom(Instant now) {
        return people.values().stream().filter(one -> isInRoom(one, now)).mapToInt(one -> one.party).sum();
    }

    /** R36, R10: checks in everybody on the order who may come in and is not yet in; their verdicts. */
    Map<String, String> group(String order, Instant now) {
        Map<String, String> verdicts = new LinkedHashMap<>();
        for (Person person : on(order)) {
            String verdict = "in";
            while (inside(person, now) < person.party) {
                verdict = decide("in", person, false, now, false, false);
                if (!verdict.equals("checked_in") && !verdict.equals("re_entry")) {
                    break;
                }
            }
            verdicts.put(person.code, verdict);
        }
        return verdicts;
    }

    /** R37, R38: what moves takes what was used of it along, and says so where it was used to enter. */
    void move(Person from, Person to, boolean withItems) {
        boolean entered = count(from, "in") > 0;
        List<Item> moving = items.stream().filter(item -> item.holder == from && orders.get(item.order)
                && item.quantity > 0 && (withItems || item.isTicket())).toList();
        from.orders.stream().filter(order -> moving.stream().anyMatch(item -> item.order.equals(order)))
                .filter(order -> !to.orders.contains(order)).toList().forEach(to.orders::add);
        moving.forEach(item -> item.holder = to);
        from.movements.stream().filter(one -> one.item != null && one.item.holder == to).toList().forEach(one -> {
            from.movements.remove(one);
            to.movements.add(one);
        });
        from.orders.removeIf(order -> items.stream()
                .noneMatch(item -> item.holder == from && item.order.equals(order) && item.quantity > 0));
        if (entered) {
            to.note = (to.note + " taken over from " + from.code).strip();
        }
    }

    /** R37: the second goes on, with everything of both. */
    void merge(Person from, Person into) {
        items.stream().filter(item -> item.holder == from).forEach(item -> item.holder = into);
        from.orders.stream().filter(order -> !into.orders.contains(order)).forEach(into.orders::add);
        into.movements.addAll(from.movements);
        into.movements.sort(Comparator.comparingInt(movements::indexOf));
        into.codes.putAll(from.codes);
        into.blocked |= from.blocked;
        people.remove(from.code);
    }
}
