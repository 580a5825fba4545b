package org.lanyard.desk.search;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.lanyard.roster.Person;
import org.lanyard.scan.Attendee;

/** One person found. */
final class PersonCell extends ListCell<Person> {

    private final Label name = new Label();
    private final Label detail = new Label();
    private final Label code = new Label();
    private final HBox row;

    PersonCell() {
        name.getStyleClass().add("person-name");
        detail.getStyleClass().add("person-detail");
        code.getStyleClass().add("person-code");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        row = new HBox(new VBox(name, detail), space, code);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("person-row");
    }

    @Override
    protected void updateItem(Person person, boolean empty) {
        super.updateItem(person, empty);
        if (empty || person == null) {
            setGraphic(null);
            return;
        }
        Attendee attendee = person.attendee();
        name.setText(attendee.shownName());
        String ticket = attendee.ticketName() == null ? "" : attendee.ticketName();
        detail.setText(attendee.company().isBlank() ? ticket
                : ticket.isEmpty() ? attendee.company() : ticket + " · " + attendee.company());
        code.setText(attendee.accessCode());
        setGraphic(row);
    }
}
