package org.lanyard.roster;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the known order that a file means. Where the file names none, as the upstream server's answer does, it is the
 * order that has one of its lines, else one that its people had from another roster: what was handed out of it counts on.
 */
final class KnownOrders {

    private final StatedRoster stated;
    private final KnownRoster known;
    private final Set<KnownRoster.Order> taken = new HashSet<>();
    private final Map<String, String> someone = new HashMap<>();

    KnownOrders(StatedRoster stated, KnownRoster known) {
        this.stated = stated;
        this.known = known;
        stated.orders().forEach(order -> Optional.ofNullable(known.orders.get(order.reference())).ifPresent(taken::add));
        stated.people().forEach(
                person -> person.orders().forEach(reference -> someone.putIfAbsent(reference, person.accessCode())));
    }

    /** Null where it is new. Asked once for each order. */
    KnownRoster.@Nullable Order of(StatedOrder order) {
        KnownRoster.Order same = known.orders.get(order.reference());
        if (same != null || order.named()) {
            return same;
        }
        return Stream.concat(byLine(order), byPerson(order)).filter(found -> !taken.contains(found)).findFirst()
                .map(this::taken).orElse(null);
    }

    private KnownRoster.Order taken(KnownRoster.Order order) {
        taken.add(order);
        return order;
    }

    private Stream<KnownRoster.Order> byLine(StatedOrder order) {
        return order.lines().stream().flatMap(line -> line.upstreamId().stream()).map(known.linesByUpstreamId::get)
                .filter(line -> line != null).map(known::orderOf);
    }

    private Stream<KnownRoster.Order> byPerson(StatedOrder order) {
        return Optional.ofNullable(known.attendees.get(someone.get(order.reference()))).stream()
                .flatMap(person -> person.links.stream()).filter(link -> link.source().yieldsToRoster())
                .map(KnownRoster.Link::order)
                .filter(had -> had.lines.stream().anyMatch(line -> line.upstreamId() == null));
    }
}
