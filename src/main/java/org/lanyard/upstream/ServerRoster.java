package org.lanyard.upstream;

import java.util.List;
import java.util.Optional;
import org.lanyard.roster.StatedOrder;
import org.lanyard.roster.StatedPerson;
import org.lanyard.roster.StatedRoster;
import org.lanyard.scan.Sentence;

/**
 * A server's whole roster as values.
 *
 * @param warnings for people; what they say was applied nevertheless
 */
public record ServerRoster(StatedRoster stated, List<Sentence> warnings) {

    boolean names(String accessCode) {
        return stated.person(accessCode).isPresent();
    }

    /** Units of a line that the person may still have, by the server's count; 0 where the roster has no such line. */
    int unitsLeft(String accessCode, long line) {
        Optional<StatedPerson> person = stated.person(accessCode);
        return person.flatMap(one -> quantity(one, line)).map(quantity -> quantity
                - person.map(StatedPerson::redeemed).map(units -> units.getOrDefault(line, 0)).orElse(0)).orElse(0);
    }

    private Optional<Integer> quantity(StatedPerson person, long line) {
        return person.orders().stream().flatMap(reference -> stated.order(reference).stream())
                .map(StatedOrder::lines).flatMap(lines -> lines.stream())
                .filter(one -> one.upstreamId().equals(Optional.of(line))).map(one -> one.quantity()).findFirst();
    }

}
