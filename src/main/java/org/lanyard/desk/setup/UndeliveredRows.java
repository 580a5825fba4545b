package org.lanyard.desk.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.lanyard.desk.Words;
import org.lanyard.upstream.Undelivered;

final class UndeliveredRows {

    private final Words words;
    private final BiConsumer<Undelivered, Boolean> decide;
    private final Consumer<Undelivered> retry;

    UndeliveredRows(Words words, BiConsumer<Undelivered, Boolean> decide, Consumer<Undelivered> retry) {
        this.words = words;
        this.decide = decide;
        this.retry = retry;
    }

    List<Node> of(List<Undelivered> records) {
        List<Node> rows = new ArrayList<>();
        Optional<Undelivered> above = Optional.empty();
        for (Undelivered record : records) {
            if (above.filter(last -> last.advice().equals(record.advice())).isEmpty()) {
                rows.addAll(heading(record));
            }
            rows.add(row(record));
            above = Optional.of(record);
        }
        return rows;
    }

    private List<Node> heading(Undelivered record) {
        Label group = new Label(words.say("upstream.group." + record.group().word()));
        group.getStyleClass().add(record.alarming() ? "problem" : "card-title");
        Label advice = new Label(words.say(record.advice()));
        advice.getStyleClass().add("hint");
        advice.setWrapText(true);
        return List.of(group, advice);
    }

    private Node row(Undelivered record) {
        String item = record.item().orElseGet(() -> words.say("kind.CHECK_IN"));
        Label what = new Label(words.say("upstream.record", record.name(), item, record.station(),
                words.say(record.reason())).strip());
        what.setWrapText(true);
        HBox.setHgrow(what, Priority.ALWAYS);
        HBox row = new HBox(what);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("row", "line");
        if (record.undecided()) {
            row.getChildren().add(button("upstream.arrived", () -> decide.accept(record, true)));
            row.getChildren().add(button("upstream.send-again", () -> decide.accept(record, false)));
        } else if (record.refused()) {
            row.getChildren().add(button("upstream.send-again", () -> retry.accept(record)));
        }
        return row;
    }

    private Button button(String word, Runnable pressed) {
        Button button = new Button(words.say(word));
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> pressed.run());
        return button;
    }
}
