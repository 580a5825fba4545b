package org.lanyard.desk.journal;

import java.util.Objects;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.lanyard.desk.RightToLeft;
import org.lanyard.desk.ShownText;
import org.lanyard.journal.Entry;

/** Shows the whole text beside the mouse; that window is not made before it is looked for, since a table has a hundred cells. */
final class WholeTextCell extends TableCell<Entry, String> {

    WholeTextCell() {
        addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> offerWhole());
    }

    @Override
    protected void updateItem(String item, boolean empty) {
        super.updateItem(item, empty);
        setText(empty ? "" : ShownText.line(Objects.requireNonNullElse(item, "")));
        if (getTooltip() != null) {
            offerWhole();
        }
    }

    private void offerWhole() {
        setTooltip(getText().isBlank() ? null : new Tooltip(RightToLeft.lines(getText())));
    }
}
