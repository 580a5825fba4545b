package org.lanyard.desk.person;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.lanyard.scan.Role;

/** The actions of the page, in the order of their buttons: a new one is one entry here, and its word in each language. */
final class PersonActions {

    private PersonActions() {}

    static List<PersonAction> all(PersonModel model, PersonForms forms) {
        return List.of(
                new PersonAction("person.check-in", KeyCode.I, Role.VOLUNTEER, model::checkIn),
                new PersonAction("person.let-through", KeyCode.V, Role.LEAD, PersonPage::mayBeLetThrough, forms::letThrough),
                new PersonAction("person.leave", KeyCode.O, Role.VOLUNTEER, page -> page.dossier().checkIns() > 0,
                        model::checkOut),
                new PersonAction("person.admit", KeyCode.D, Role.VOLUNTEER, forms::admit),
                new PersonAction("person.group", KeyCode.G, Role.VOLUNTEER, page -> page.group().isPresent(),
                        model::showGroup),
                new PersonAction("person.link", KeyCode.L, Role.VOLUNTEER, forms::link),
                new PersonAction("person.replace", KeyCode.R, Role.VOLUNTEER, forms::replace),
                new PersonAction("person.print-badge", KeyCode.B, Role.VOLUNTEER, forms::printBadge),
                new PersonAction("person.block", KeyCode.X, Role.LEAD, forms::block),
                new PersonAction("person.unblock", KeyCode.U, Role.LEAD, PersonPage::anyBlock, forms::unblock));
    }
}
