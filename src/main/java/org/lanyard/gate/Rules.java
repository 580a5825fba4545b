package org.lanyard.gate;

import java.util.Optional;
import org.lanyard.checkin.CheckInRule;
import org.lanyard.checkin.DoorRule;
import org.lanyard.checkin.ExitRule;
import org.lanyard.checkin.Rule;
import org.lanyard.redemption.ChooseRule;
import org.lanyard.redemption.RedeemRule;
import org.lanyard.roster.Person;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Product;
import org.lanyard.scan.Verdict;

final class Rules {

    private final Roster roster;
    private final CheckInRule checkIn;
    private final Rule choose;

    Rules(Roster roster) {
        this.roster = roster;
        this.checkIn = new CheckInRule(roster);
        this.choose = new ChooseRule(roster);
    }

    CheckInRule checkIn() {
        return checkIn;
    }

    Rule of(Mode mode) {
        return switch (mode) {
            case Mode.CheckIn() -> checkIn;
            case Mode.Door(Product product) -> new DoorRule(roster, product);
            case Mode.Redeem(Product addon) -> new RedeemRule(roster, addon);
            case Mode.Choose() -> choose;
            case Mode.Exit(Optional<Product> door) -> new ExitRule(roster, door);
        };
    }

    static Optional<Verdict> refuse(Mode mode, Person person) {
        return mode instanceof Mode.Exit ? Optional.empty() : refuse(person);
    }

    // Asks for an active order (R9); the verdict where there is none.
    private static Optional<Verdict> refuse(Person person) {
        if (person.orders().isEmpty()) {
            return Optional.of(new Verdict.NoOrder(person.attendee()));
        }
        if (person.withdrawn()) {
            return Optional.of(new Verdict.OrderNotActive(person.attendee(), Person.WITHDRAWN, null));
        }
        if (!person.active()) {
            Person.Inactive latest = person.latestInactive();
            return Optional.of(new Verdict.OrderNotActive(person.attendee(), latest.status(), latest.reference()));
        }
        return Optional.empty();
    }
}
