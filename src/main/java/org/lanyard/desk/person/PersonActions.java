package org.lanyard.desk.person;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.lanyard.scan.Role;

/** The actions of the page, in the order of their buttons: a new one is one entry here, and its word in each language. */
final class PersonActions {

    private PersonActions() {}

    static List<PersonAction> all(PersonModel model, PersonForms forms, CorrectionForms corrections) {
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
                new PersonAction("person.unblock", KeyCode.U, Role.LEAD, PersonPage::anyBlock, forms::unblock),
                new PersonAction("person.correct", KeyCode.C, Role.LEAD, corrections::details),
                new PersonAction("person.field", KeyCode.F, Role.LEAD, corrections::field),
                new PersonAction("people.note", KeyCode.N, Role.LEAD, corrections::note),
                new PersonAction("person.paid", KeyCode.P, Role.LEAD, corrections::paid),
                new PersonAction("person.ticket", KeyCode.T, Role.LEAD, corrections::ticket),
                new PersonAction("person.move", KeyCode.M, Role.LEAD, page -> !page.dossier().tickets().isEmpty(),
                        corrections::move),
                new PersonAction("person.items", KeyCode.A, Role.LEAD, corrections::items),
                new PersonAction("person.merge", KeyCode.J, Role.LEAD, corrections::merge),
                new PersonAction("person.undo-carry", KeyCode.Z, Role.LEAD, PersonPage::carried, corrections::undoCarry));
    }
}
