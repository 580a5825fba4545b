package org.lanyard.desk.journal;

import java.util.Objects;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.lanyard.desk.RightToLeft;
import org.lanyard.desk.ShownText;
import org.lanyard.journal.Entry;

final class WholeTextCell extends TableCell<Entry, String> {

    private final Tooltip whole = new Tooltip();

    @Override
    protected void updateItem(String item, boolean empty) {
        super.updateItem(item, empty);
        String text = empty ? "" : ShownText.line(Objects.requireNonNullElse(item, ""));
        setText(text);
        whole.setText(RightToLeft.lines(text));
        setTooltip(text.isBlank() ? null : whole);
    }
}
