package org.lanyard.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.lanyard.model.Register.Kind;
import org.lanyard.model.Register.Order;
import org.lanyard.model.Register.Person;

/** R38: who took over a ticket that had been used to enter, and is to be told so. */
final class TakenOver {

    private record Ticket(long line, String order, String code) {}

    private TakenOver() {}

    /**
     * @param entered whether somebody came in
     * @return code of the one who came in, by that of the one who has the ticket now
     */
    static Map<String, String> between(Register before, Register after, Predicate<Person> entered) {
        List<Ticket> had = tickets(before);
        List<Ticket> have = tickets(after);
        List<Ticket> lost = new ArrayList<>(had);
        lost.removeAll(have);
        List<Ticket> gained = new ArrayList<>(have);
        gained.removeAll(had);
        Map<String, String> taken = new HashMap<>();
        for (Ticket ticket : gained) {
            Optional<Ticket> from = lost.stream().filter(one -> !one.code.equals(ticket.code)
                    && (one.order.equals(ticket.order) || after.isHeir(ticket.code, one.code)))
                    .min(Comparator.comparing(one -> one.line != ticket.line));
            from.ifPresent(lost::remove);
            from.filter(one -> entered.test(after.people().get(one.code)))
                    .ifPresent(one -> taken.merge(ticket.code, one.code, (some, more) -> some + ", " + more));
        }
        return taken;
    }

    private static List<Ticket> tickets(Register register) {
        List<Ticket> tickets = new ArrayList<>();
        for (Person person : register.people().values()) {
            for (Order order : register.ordersOf(person)) {
                if (order.active() && !person.withdrawn()) {
                    order.lines().stream().filter(line -> Register.serves(line, person) && line.quantity() > 0
                            && line.product().kind() == Kind.TICKET)
                            .forEach(line -> tickets.add(new Ticket(line.id(), order.reference(), person.code())));
                }
            }
        }
        tickets.sort(Comparator.comparingLong(ticket -> ticket.line));
        return tickets;
    }
}
