package org.lanyard.desk.journal;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.lanyard.journal.Entry;

/** A cell whose text can be read whole where the column is too narrow for it. */
final class WholeTextCell extends TableCell<Entry, String> {

    private final Tooltip whole = new Tooltip();

    @Override
    protected void updateItem(String text, boolean empty) {
        super.updateItem(text, empty);
        setText(empty ? null : text);
        whole.setText(text);
        setTooltip(empty || text == null || text.isBlank() ? null : whole);
    }
}
