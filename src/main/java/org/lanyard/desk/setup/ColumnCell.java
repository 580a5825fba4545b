package org.lanyard.desk.setup;

import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.lanyard.desk.Choice;
import org.lanyard.desk.RightToLeft;
import org.lanyard.desk.Words;
import org.lanyard.roster.format.ColumnMeaning;
import org.lanyard.roster.format.Use;

/** A column of the file: its header, a choice of what it means, and its first values. */
final class ColumnCell extends ListCell<ColumnMeaning> {

    private static final PseudoClass USED = PseudoClass.getPseudoClass("used");
    private static final PseudoClass GUESSED = PseudoClass.getPseudoClass("guessed");

    private final Words words;
    private final UseWords useWords;
    private final Function<ColumnMeaning, String> values;
    private final BiConsumer<ColumnMeaning, Use> chosen;
    private final Label header = new Label();
    private final ComboBox<Use> use = new ComboBox<>();
    private final Label note = new Label();
    private final Label sample = new Label();
    private final VBox card = new VBox(header, use, note, sample);
    private boolean showing;

    ColumnCell(Words words, Function<ColumnMeaning, String> values, BiConsumer<ColumnMeaning, Use> chosen) {
        this.words = words;
        this.useWords = new UseWords(words);
        this.values = values;
        this.chosen = chosen;
        setPrefHeight(0);   // as high as the list: what it lacks is left out of the values, and nothing scrolls down
        card.getStyleClass().add("column-card");
        header.getStyleClass().add("column-header");
        note.getStyleClass().add("column-note");
        sample.getStyleClass().add("column-values");
        use.setMaxWidth(Double.MAX_VALUE);
        use.setMinWidth(0);
        use.setPrefWidth(0);   // as wide as the card: else every choice would be laid out to find the widest
        use.setMinHeight(USE_PREF_SIZE);
        use.setVisibleRowCount(12);
        use.setFocusTraversable(false);
        Choice.said(use, useWords::say);
        use.setOnAction(_ -> choose());
        use.setOnHidden(_ -> getListView().requestFocus());
    }

    private void choose() {
        if (!showing && use.getValue() != null) {
            chosen.accept(getItem(), use.getValue());
        }
    }

    void openChoice() {
        use.show();
    }

    @Override
    protected void updateItem(ColumnMeaning column, boolean empty) {
        super.updateItem(column, empty);
        if (empty || column == null) {
            setGraphic(null);
            return;
        }
        showing = true;
        header.setText(UseWords.header(column));
        use.getItems().setAll(UseWords.choices(column));
        use.setValue(UseWords.first(column));
        use.setAccessibleText(words.say("mapping.column", header.getText()));
        showing = false;
        note.setText(useWords.note(column));
        sample.setText(values.apply(column));
        sample.setNodeOrientation(RightToLeft.orientation(sample.getText()));
        card.pseudoClassStateChanged(USED, column.used());
        card.pseudoClassStateChanged(GUESSED, column.guessed() && column.used());
        setAccessibleText(words.say("mapping.column.is", header.getText(), useWords.say(UseWords.first(column))));
        setGraphic(card);
    }
}
