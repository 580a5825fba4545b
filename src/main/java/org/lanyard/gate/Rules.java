package org.lanyard.gate;

import java.util.Optional;
import org.lanyard.checkin.CheckInRule;
import org.lanyard.checkin.DoorRule;
import org.lanyard.checkin.Rule;
import org.lanyard.redemption.ChooseRule;
import org.lanyard.redemption.RedeemRule;
import org.lanyard.roster.Person;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Product;
import org.lanyard.scan.Verdict;

/** The rule of each mode, and the one that comes before all of them. */
final class Rules {

    private static final Rule CHECK_IN = new CheckInRule();
    private static final Rule CHOOSE = new ChooseRule();

    private Rules() {}

    static Rule of(Mode mode) {
        return switch (mode) {
            case Mode.CheckIn() -> CHECK_IN;
            case Mode.Door(Product product) -> new DoorRule(product);
            case Mode.Redeem(Product addon) -> new RedeemRule(addon);
            case Mode.Choose() -> CHOOSE;
        };
    }

    /** Asks for an active order (R9); the verdict where there is none. */
    static Optional<Verdict> refuse(Person person) {
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
