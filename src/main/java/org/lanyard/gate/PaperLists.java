package org.lanyard.gate;

import java.text.Collator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lanyard.journal.Inside;
import org.lanyard.roster.ListedPerson;
import org.lanyard.roster.Person;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Product;

/** Reads the lists that a desk has on paper, alphabetically. */
public final class PaperLists {

    private final Roster roster;
    private final Gate gate;
    private final Inside inside;

    public PaperLists(Roster roster, Gate gate, Inside inside) {
        this.inside = inside;
        this.roster = roster;
        this.gate = gate;
    }

    /** @param from first and last letter, from A to Z; a name without Latin letters is under Z */
    public record Letters(char from, char to) {

        public static final Letters ALL = new Letters('A', 'Z');

        boolean has(ListedPerson person) {
            return person.letter() >= from && person.letter() <= to;
        }
    }

    public List<ListedPerson> of(Conference conference, PaperList list) {
        return switch (list.people()) {
            case EVERYBODY -> everybody(conference, list.letters());
            case NOT_YET_COME -> notYetCome(conference, list.letters());
            case INSIDE -> inside(conference, Optional.empty());
        };
    }

    private List<ListedPerson> everybody(Conference conference, Letters letters) {
        List<Person> people = new ArrayList<>();
        roster.eachPerson(conference, person -> {
            if (!person.withdrawn()) {
                people.add(person);
            }
        });
        Map<Long, Instant> first = gate.firstCheckIns(people);
        Collator alphabet = Collator.getInstance(Locale.ROOT);
        return people.stream().map(person -> ListedPerson.of(person, Optional.ofNullable(first.get(person.id()))))
                .filter(letters::has)
                .sorted(Comparator.comparing(ListedPerson::letter).thenComparing(ListedPerson::name, alphabet)
                        .thenComparing(ListedPerson::accessCode))
                .toList();
    }

    public List<ListedPerson> inside(Conference conference, Optional<Product> door) {
        return inside.of(conference, door).stream().map(person -> new ListedPerson(person.name(), person.accessCode(), "",
                "", Optional.of(person.since()), Optional.of(person.station()), person.people())).toList();
    }

    private List<ListedPerson> notYetCome(Conference conference, Letters letters) {
        return everybody(conference, letters).stream().filter(
                person -> person.in().isEmpty() && !person.ticket().isEmpty() && Person.isActive(person.status())).toList();
    }
}
