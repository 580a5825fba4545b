package org.lanyard.desk.search;

import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.lanyard.desk.RightToLeft;
import org.lanyard.desk.ShownText;
import org.lanyard.scan.Attendee;

final class PersonCell extends ListCell<FoundPerson> {

    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    // In characters.
    private static final int SHORTEST_LINE = 24;
    private static final int LONGEST_LINE = 64;
    // Width of a name's letter, and of all beside it, in the cell's font size.
    private static final double LETTER = 0.76;
    private static final double BESIDE = 11;

    private final TextFlow name = new TextFlow();
    private final TextFlow detail = new TextFlow();
    private final TextFlow code = new TextFlow();
    private final Label standing = new Label();
    private final Supplier<String> query;
    private final Function<FoundPerson, Standing> standings;
    private final HBox row;

    record Standing(String text, boolean refused) {}

    PersonCell(Supplier<String> query, Function<FoundPerson, Standing> standings) {
        this.query = query;
        this.standings = standings;
        name.getStyleClass().add("person-name");
        detail.getStyleClass().add("person-detail");
        code.getStyleClass().add("person-code");
        standing.getStyleClass().add("person-standing");
        standing.setMinWidth(Region.USE_PREF_SIZE);
        VBox left = new VBox(name, detail);
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        VBox right = new VBox(standing, code);
        right.setAlignment(Pos.CENTER_RIGHT);
        right.setMinWidth(Region.USE_PREF_SIZE);
        right.setFillWidth(false);
        row = new HBox(left, right);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("person-row");
    }

    @Override
    protected void updateItem(FoundPerson found, boolean empty) {
        super.updateItem(found, empty);
        if (empty || found == null) {
            setGraphic(null);
            return;
        }
        Attendee attendee = found.person().attendee();
        show(name, attendee.shownName());
        show(detail, Stream.of(attendee.ticketName(), attendee.company(), found.apart())
                .filter(text -> text != null && !text.isBlank()).collect(Collectors.joining(" · ")));
        show(code, shortened(attendee.accessCode()));
        Standing shown = standings.apply(found);
        standing.setText(shown.text());
        standing.pseudoClassStateChanged(REFUSED, shown.refused());
        setGraphic(row);
        setAccessibleText(Stream.of(attendee.shownName(), shown.text(), attendee.accessCode()).map(ShownText::line)
                .filter(text -> !text.isEmpty()).collect(Collectors.joining(", ")));
    }

    // Codes of ticket systems may have 40 characters, of which nobody reads more than the beginning.
    private static String shortened(String code) {
        return beginning(code, 16);
    }

    private static String beginning(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest ? text
                : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }

    // The characters that the list is wide enough for.
    private int room() {
        double size = getFont().getSize();
        return (int) Math.clamp((getListView().getWidth() - BESIDE * size) / (LETTER * size), SHORTEST_LINE, LONGEST_LINE);
    }

    private void show(TextFlow flow, String text) {
        String line = ShownText.line(text);
        int room = room();
        String fitting = RightToLeft.in(line) ? line : beginning(line, room);
        flow.getChildren().setAll(Marks.pieces(RightToLeft.lines(fitting, room), query.get()));
        flow.setNodeOrientation(RightToLeft.orientation(line));
    }
}
