package org.lanyard.desk.search;

import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.lanyard.desk.RightToLeft;
import org.lanyard.roster.Person;
import org.lanyard.scan.Attendee;

/** One person found. */
final class PersonCell extends ListCell<Person> {

    /** In characters; what the narrowest window has room for. */
    private static final int LINE = 60;

    private final TextFlow name = new TextFlow();
    private final TextFlow detail = new TextFlow();
    private final TextFlow code = new TextFlow();
    private final Supplier<String> query;
    private final HBox row;

    /** @param query what was searched for, to be marked in what was found */
    PersonCell(Supplier<String> query) {
        this.query = query;
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
        show(name, attendee.shownName());
        String ticket = attendee.ticketName() == null ? "" : attendee.ticketName();
        show(detail, attendee.company().isBlank() ? ticket
                : ticket.isEmpty() ? attendee.company() : ticket + " · " + attendee.company());
        show(code, attendee.accessCode());
        setGraphic(row);
        setAccessibleText(attendee.shownName() + ", " + attendee.accessCode());
    }

    private void show(TextFlow flow, String text) {
        flow.getChildren().setAll(Marks.pieces(RightToLeft.lines(text, LINE), query.get()));
        flow.setNodeOrientation(RightToLeft.orientation(text));
    }
}
