package org.lanyard.desk.setup;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.Words;
import org.lanyard.hub.protocol.StationView;

final class StationRows {

    private final Words words;
    private final Function<Instant, String> time;
    private final Consumer<StationView> takeOver;
    private final Consumer<StationView> shutOut;
    private final Set<String> ticked = new HashSet<>();

    StationRows(Words words, Function<Instant, String> time, Consumer<StationView> takeOver, Consumer<StationView> shutOut) {
        this.words = words;
        this.time = time;
        this.takeOver = takeOver;
        this.shutOut = shutOut;
    }

    List<String> ticked() {
        return ticked.stream().sorted().toList();
    }

    List<Node> of(List<StationView> stations, UUID own, boolean hubHere) {
        return stations.stream().map(station -> row(station, station.station().equals(own), hubHere)).toList();
    }

    private Node row(StationView station, boolean own, boolean hubHere) {
        CheckBox name =
                new CheckBox(own ? words.say("venue.own", ShownText.line(station.name())) : ShownText.line(station.name()));
        name.setMnemonicParsing(false);
        name.setSelected(ticked.contains(station.name()));
        name.selectedProperty().subscribe(on -> {
            if (on) {
                ticked.add(station.name());
            } else {
                ticked.remove(station.name());
            }
        });
        name.setDisable(station.shutOut());
        Label facts = new Label(words.say(station.shutOut() ? "venue.station.shut" : "venue.station",
                time.apply(station.lastSeen()), station.owns(), station.toSend(), station.inDoubt()));
        facts.getStyleClass().add("hint");
        facts.setWrapText(true);
        VBox who = new VBox(4, name, facts);
        HBox.setHgrow(who, Priority.ALWAYS);
        HBox row = new HBox(who);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("row", "line");
        if (!station.shutOut() && !own) {
            Button taking = button("venue.take-over.ask", () -> takeOver.accept(station));
            if (hubHere) {   // two beside a name would leave it no room
                who.getChildren().add(new FlowPane(10, 10, taking,
                        button("venue.shut-out", () -> shutOut.accept(station))));
            } else {
                row.getChildren().add(taking);
            }
        }
        return row;
    }

    private Button button(String word, Runnable pressed) {
        Button button = new Button(words.say(word));
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> pressed.run());
        return button;
    }

    List<Node> of(List<VenueModel.Beyond> conflicts) {
        return conflicts.stream().map(beyond -> line(words.say("venue.conflict", ShownText.line(beyond.person()),
                ShownText.line(beyond.conflict().code()), item(beyond), time.apply(beyond.conflict().at()),
                ShownText.line(beyond.conflict().station())))).toList();
    }

    private String item(VenueModel.Beyond beyond) {
        return switch (beyond.conflict().product()) {
            case "codes" -> words.say("venue.conflict.link");
            case "badge" -> words.say("venue.conflict.badge");
            default -> ShownText.line(beyond.item());
        };
    }

    private static Node line(String text) {
        Label line = new Label(text);
        line.setWrapText(true);
        line.getStyleClass().add("line");
        return line;
    }
}
