package org.lanyard.desk.setup;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lanyard.desk.Words;
import org.lanyard.scan.ValidTime;

/** Times in which something is valid, a row each: days from a calendar, with a time of day where one is typed. */
final class TimeRows extends VBox {

    private static final int TIME_COLUMNS = 6;
    // As 9:30, without a zero before it.
    private static final int SHORT_TIME = 4;
    private static final int DAY_WIDTH = 150;

    private final Words words;

    TimeRows(Words words) {
        getStyleClass().add("form");
        this.words = words;
    }

    void show(List<ValidTime> times) {
        getChildren().clear();
        times.forEach(time -> add(time.from(), time.to()));
    }

    void addToday(LocalDate today) {
        add(today.toString(), today.toString());
    }

    /** As they are typed; a row without a first day is left out, one without a last day is that day. */
    List<ProductsModel.TypedTime> typed() {
        return getChildren().stream().map(Node::getUserData).map(Row.class::cast).flatMap(row -> row.typed().stream())
                .toList();
    }

    private void add(String from, String to) {
        Row row = new Row(day(from, "products.from"), time(from), day(to, "products.to"), time(to));
        Button remove = new Button(null, new FontIcon("fth-x"));
        remove.getStyleClass().add("icon-button");
        remove.setAccessibleText(words.say("products.time.remove"));
        FlowPane line = new FlowPane(row.from, row.fromTime, new Label("–"), row.to, row.toTime, remove);
        line.getStyleClass().add("time-row");
        line.setUserData(row);
        remove.setOnAction(_ -> getChildren().remove(line));
        getChildren().add(line);
    }

    private DatePicker day(String time, String word) {
        DatePicker day = new DatePicker(LocalDate.parse(time.substring(0, "2027-05-14".length())));
        day.setPrefWidth(DAY_WIDTH);
        day.setAccessibleText(words.say(word));
        return day;
    }

    private TextField time(String time) {
        TextField field = new TextField(time.indexOf('T') < 0 ? "" : LocalDateTime.parse(time).toLocalTime().toString());
        field.setPrefColumnCount(TIME_COLUMNS);
        field.setPromptText(words.say("products.hour"));
        field.setAccessibleText(words.say("products.hour"));
        return field;
    }

    private record Row(DatePicker from, TextField fromTime, DatePicker to, TextField toTime) {

        Optional<ProductsModel.TypedTime> typed() {
            return Optional.ofNullable(from.getValue()).map(first -> {
                LocalDate last = Optional.ofNullable(to.getValue()).orElse(first);
                return new ProductsModel.TypedTime(at(first, fromTime), at(last, toTime));
            });
        }

        private static String at(LocalDate day, TextField time) {
            String typed = time.getText().strip();
            String full = typed.length() == SHORT_TIME ? "0" + typed : typed;
            return typed.isEmpty() ? day.toString() : day + "T" + full;
        }
    }
}
