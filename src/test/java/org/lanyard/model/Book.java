package org.lanyard.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lanyard.model.Register.Line;
import org.lanyard.model.Register.Person;
import org.lanyard.model.Register.Product;

/** Everything that one conference recorded, in the journal's order; nothing leaves it, a void only marks (R24). */
final class Book {

    /** One record. Its id and its time are the program's, told once it has answered. */
    static final class Entry {
        final Run run;
        final String code;
        /** The line of a redemption. */
        final Line line;
        /** The attention note that was acknowledged with it; null for none. */
        final String acknowledged;
        /** Where a unit counts now: its item, and the code of the person (R38). */
        Line place;
        String user;
        int number;
        String id;
        String at;
        boolean voided;

        Entry(Run run, String code, Line line, String acknowledged) {
            this.run = run;
            this.code = code;
            this.line = line;
            this.place = line;
            this.user = code;
            this.acknowledged = acknowledged;
        }

        boolean isCheckIn() {
            return run.mode() == Run.Mode.CHECK_IN;
        }

        boolean isUnit() {
            return line != null;
        }

        boolean isCarried() {
            return place.id() != line.id() || !user.equals(code);
        }

        boolean isDoor() {
            return run.mode() == Run.Mode.DOOR;
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, List<Entry>> byCode = new HashMap<>();
    private final List<Entry> units = new ArrayList<>();
    private final Map<String, Integer> refusals = new HashMap<>();

    Entry add(Entry entry) {
        entry.number = entries.size();
        entries.add(entry);
        byCode.computeIfAbsent(entry.code, _ -> new ArrayList<>()).add(entry);
        if (entry.isUnit()) {
            units.add(entry);
        }
        return entry;
    }

    void refuse(String verdict) {
        refusals.merge(verdict, 1, Integer::sum);
    }

    Map<String, Integer> refusals() {
        return refusals;
    }

    Stream<Entry> live() {
        return entries.stream().filter(entry -> !entry.voided);
    }

    Optional<Entry> lastVoided() {
        return entries.stream().filter(entry -> entry.voided).reduce((_, last) -> last);
    }

    private static List<Entry> live(Collection<Entry> some, Predicate<Entry> kind) {
        return some == null ? List.of() : some.stream().filter(entry -> !entry.voided && kind.test(entry)).toList();
    }

    List<Entry> checkIns(Person person) {
        return live(byCode.get(person.code()), Entry::isCheckIn);
    }

    List<Entry> admissions(Person person, Product door) {
        return live(byCode.get(person.code()), entry -> entry.isDoor() && entry.run.product().equals(door));
    }

    /** @param person null for the units of everybody who shares the line */
    List<Entry> units(Line line, Person person) {
        return live(units, unit -> unit.place.id() == line.id() && (person == null || unit.user.equals(person.code())));
    }

    List<Entry> units() {
        return live(units, Entry::isUnit);
    }

    int size() {
        return entries.size();
    }

    long peopleIn(Product door) {
        return live(entries, entry -> entry.isDoor() && entry.run.product().equals(door)).stream()
                .map(entry -> entry.code).distinct().count();
    }
}
