package org.lanyard.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** R10, R17, R32 to R36 and R39 as behaviour.md words them, on plain lists. */
final class DayRules {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final int ROOM_SEATS = 6;
    static final int HALL_SEATS = 9;
    private static final LocalDate SATURDAY = LocalDate.of(2027, 5, 15);

    final Map<String, Person> people = new LinkedHashMap<>();
    final Map<String, List<Person>> orders = new LinkedHashMap<>();
    final List<Movement> movements = new ArrayList<>();
    boolean entryFirst;
    /** Hour at which everybody counts as having left; below zero for never. */
    int everybodyOut = -1;

    static final class Person {
        final String code;
        final String order;
        final int party;
        final boolean saturday;
        final int lunches;
        final List<Movement> movements = new ArrayList<>();
        boolean blocked;
        /** Codes by which they are found, with whether each is blocked. */
        final Map<String, Boolean> codes = new LinkedHashMap<>();

        Person(String code, String order, int party, boolean saturday, int lunches) {
            this.code = code;
            this.order = order;
            this.party = party;
            this.saturday = saturday;
            this.lunches = lunches;
            codes.put(code, false);
        }
    }

    static final class Movement {
        /** "in", "out", "room", "room-out", "hall" or "lunch". */
        final String what;
        final Instant at;
        boolean voided;

        Movement(String what, Instant at) {
            this.what = what;
            this.at = at;
        }
    }

    DayRules(Random random) {
        for (int i = 0; i < 24; i++) {
            String order = i % 3 == 0 ? "O" + i : "O" + (i / 6 * 6 + 1);
            Person person = new Person("P%03d".formatted(i), order, i % 5 == 0 ? 3 : 1, i % 4 == 3, 1 + random.nextInt(3));
            people.put(person.code, person);
            orders.computeIfAbsent(order, _ -> new ArrayList<>()).add(person);
        }
    }

    /** The verdict of a scan, recorded where it is. */
    String answer(String mode, String payload, Instant now, boolean override) {
        Person person = people.values().stream().filter(one -> one.codes.containsKey(payload)).findFirst().orElse(null);
        if (person != null) {
            return decide(mode, person, person.codes.get(payload), now, override);
        }
        List<Person> group = orders.get(payload);
        return group.size() > 1 ? "choose_people" : decide(mode, group.getFirst(), false, now, override);
    }

    private String decide(String mode, Person person, boolean codeBlocked, Instant now, boolean override) {
        if (!mode.endsWith("out") && (person.blocked || codeBlocked) && !override) {
            return "blocked";
        }
        return switch (mode) {
            case "in" -> checkIn(person, now, override);
            case "room", "hall" -> door(mode, person, now, override);
            case "lunch" -> lunch(person, now, override);
            default -> leave(mode, person, now);
        };
    }

    private void record(Person person, String what, Instant now) {
        Movement made = new Movement(what, now);
        movements.add(made);
        person.movements.add(made);
    }

    private String checkIn(Person person, Instant now, boolean override) {
        if (person.saturday && !LocalDate.ofInstant(now, ZONE).equals(SATURDAY) && !override) {
            return "not_valid_now";
        }
        record(person, "in", now);
        return count(person, "in") <= person.party ? "checked_in" : "re_entry";
    }

    private String door(String door, Person person, Instant now, boolean override) {
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
        return door.equals("room") ? isInRoom(person, now) : count(person, door) > 0;
    }

    private String lunch(Person person, Instant now, boolean override) {
        if (entryFirst && count(person, "in") == 0) {
            return "not_checked_in";
        }
        if (count(person, "lunch") >= person.lunches) {
            return "fully_redeemed";
        }
        LocalDate day = LocalDate.ofInstant(now, ZONE);
        boolean hadToday = live(person).stream()
                .anyMatch(one -> one.what.equals("lunch") && LocalDate.ofInstant(one.at, ZONE).equals(day));
        if ((!lunchTime(LocalDateTime.ofInstant(now, ZONE)) || hadToday) && !override) {
            return "not_valid_now";
        }
        record(person, "lunch", now);
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
    List<String> group(String order, Instant now) {
        List<String> verdicts = new ArrayList<>();
        for (Person person : orders.get(order)) {
            String verdict = "in";
            while (inside(person, now) < person.party) {
                verdict = decide("in", person, false, now, false);
                if (!verdict.equals("checked_in") && !verdict.equals("re_entry")) {
                    break;
                }
            }
            verdicts.add(verdict);
        }
        return verdicts;
    }
}
