package org.lanyard.upstream;

import java.util.List;
import java.util.Optional;
import org.lanyard.roster.ImportOptions;
import org.lanyard.roster.Person;
import org.lanyard.roster.Roster;
import org.lanyard.roster.StatedOrder;
import org.lanyard.roster.StatedPerson;
import org.lanyard.roster.StatedRoster;
import org.lanyard.scan.Conference;
import org.lanyard.scan.PersonDetails;
import org.lanyard.scan.Reading;

final class ServerOrders {

    private final Roster roster;
    private final Conference conference;

    ServerOrders(Roster roster, Conference conference) {
        this.roster = roster;
        this.conference = conference;
    }

    void believe(Delivery delivery, String status) {
        Optional<Person> person = known(delivery.accessCode());
        person.flatMap(one -> order(one, delivery)).ifPresent(order -> state(delivery.accessCode(), order, status));
    }

    void cancel(String accessCode) {
        known(accessCode).ifPresent(person -> person.activeOrders()
                .forEach(order -> state(accessCode, order, "cancelled")));
    }

    Optional<String> knownReference(String accessCode) {
        return known(accessCode).flatMap(person -> person.orders().reversed().stream().map(Person.Order::reference)
                .filter(reference -> reference.startsWith(StatedRoster.MADE_UP)).findFirst()
                .or(() -> person.orders().size() == 1 ? Optional.of(person.orders().getFirst().reference())
                        : Optional.empty()));
    }

    private Optional<Person> known(String accessCode) {
        return roster.find(conference, Reading.of(accessCode)).filter(person -> person.accessCode().equals(accessCode));
    }

    private static Optional<Person.Order> order(Person person, Delivery delivery) {
        List<Person.Order> active = person.orders().stream().filter(Person.Order::active).toList();
        return delivery.item().map(item -> active.stream()
                .filter(order -> order.lines().stream().anyMatch(line -> line.id() == item.line())).findFirst())
                .orElseGet(() -> active.size() == 1 ? Optional.of(active.getFirst()) : Optional.empty());
    }

    private void state(String accessCode, Person.Order order, String status) {
        if (!StatedOrder.STATUSES.contains(status) || order.status().equals(status)) {
            return;
        }
        StatedRoster.Builder stated = StatedRoster.builder().conference(conference.slug());
        stated.put(new StatedOrder(order.reference(), status));
        stated.put(new StatedPerson(accessCode, PersonDetails.NONE).withOrder(order.reference()));
        roster.apply(stated.build(), ImportOptions.of(ImportOptions.Format.JSON, conference.slug()).adding());
    }
}
