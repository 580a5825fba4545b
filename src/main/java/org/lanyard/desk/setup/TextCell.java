package org.lanyard.desk.setup;

import java.util.function.Function;
import javafx.scene.control.ListCell;
import org.lanyard.desk.ShownText;

final class TextCell<T> extends ListCell<T> {

    private final Function<T, String> text;

    TextCell(Function<T, String> text) {
        this.text = text;
        getStyleClass().add("text-cell");
        setWrapText(true);
        setPrefWidth(0);   // as wide as its list, never wider
    }

    @Override
    protected void updateItem(T item, boolean empty) {
        super.updateItem(item, empty);
        setText(empty || item == null ? "" : ShownText.line(text.apply(item)));
    }
}
