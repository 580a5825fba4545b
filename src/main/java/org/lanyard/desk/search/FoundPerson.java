package org.lanyard.desk.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanyard.roster.Person;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.Verdict;

/**
 * One row of search results.
 *
 * @param checkedInAt the first check-in
 * @param stopped     the verdict on whoever would not be let in here now
 * @param apart       e-mail or order reference where another row reads alike, else empty
 */
record FoundPerson(Person person, Optional<Instant> checkedInAt, Optional<Verdict> stopped, String apart) {

    static List<FoundPerson> rows(List<Person> people, Map<Long, Instant> checkIns, Map<Long, Verdict> stopped) {
        Map<List<String>, Integer> alike = new HashMap<>();
        people.forEach(person -> alike.merge(reading(person), 1, Integer::sum));
        List<FoundPerson> rows = new ArrayList<>(people.size());
        for (Person person : people) {
            boolean ambiguous = alike.getOrDefault(reading(person), 0) > 1;
            rows.add(new FoundPerson(person, Optional.ofNullable(checkIns.get(person.id())),
                    Optional.ofNullable(stopped.get(person.id())), ambiguous ? distinction(person) : ""));
        }
        return rows;
    }

    private static List<String> reading(Person person) {
        Attendee attendee = person.attendee();
        return List.of(attendee.shownName(), Optional.ofNullable(attendee.ticketName()).orElse(""), attendee.company());
    }

    private static String distinction(Person person) {
        String email = person.attendee().email();
        return email.isBlank() && !person.orders().isEmpty() ? person.orders().getLast().reference() : email;
    }
}
