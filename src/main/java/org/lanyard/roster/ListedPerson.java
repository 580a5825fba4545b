package org.lanyard.roster;

import java.time.Instant;
import java.util.Optional;
import org.lanyard.scan.Folding;

/**
 * A row of a paper list.
 *
 * @param ticket  name of the ticket type; empty for none
 * @param status  of the order, {@code withdrawn}, or empty for no order
 * @param in      the first check-in; of somebody inside, since when
 * @param station of the last entry, on a list of those inside
 * @param people  that the code admits
 */
public record ListedPerson(String name, String accessCode, String ticket, String status, Optional<Instant> in,
        Optional<String> station, int people) {

    static final char OTHER = 'Z';

    public static ListedPerson of(Person person, Optional<Instant> in) {
        return new ListedPerson(person.attendee().shownName(), person.accessCode(),
                Optional.ofNullable(person.attendee().ticketName()).orElse(""),
                Optional.ofNullable(person.attendee().orderStatus()).orElse(""), in, Optional.empty(),
                person.details().party());
    }

    /** Of the name in Latin letters, from A to Z; {@code Z} where it has none. */
    public char letter() {
        return letter(name);
    }

    static char letter(String name) {
        String latin = Romanization.withLatin(name);
        String folded = latin.equals(name) ? name : latin.substring(name.length());
        return Folding.fold(folded).chars().filter(letter -> letter >= 'a' && letter <= 'z').findFirst()
                .stream().mapToObj(letter -> (char) Character.toUpperCase(letter)).findFirst().orElse(OTHER);
    }
}
