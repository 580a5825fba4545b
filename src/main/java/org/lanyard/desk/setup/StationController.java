package org.lanyard.desk.setup;

import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.lanyard.desk.Choice;
import org.lanyard.desk.Words;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Product;
import org.lanyard.venue.Door;

/** Binds the page of the station, what it does, and the doors. */
public final class StationController {

    private final StationModel model;
    private final Words words;

    @FXML private ComboBox<Conference> conference;
    @FXML private ComboBox<String> name;
    @FXML private ComboBox<StationModel.Task> task;
    @FXML private ComboBox<Conference.RedeemPer> per;
    @FXML private ComboBox<Product> door;
    @FXML private TextField capacity;
    @FXML private VBox doors;
    @FXML private Label said;
    private StatusLine status;
    private boolean showing;

    StationController(StationModel model, Words words) {
        this.model = model;
        this.words = words;
    }

    @FXML
    private void initialize() {
        status = new StatusLine(said, words);
        Choice.said(conference, Conference::name);
        Choice.said(task, this::words);
        Choice.said(door, Product::name);
        Choice.said(per, value -> words.say("per." + value.word()));
        per.getItems().setAll(Conference.RedeemPer.values());
        conference.setOnShowing(_ -> conference.getItems().setAll(model.conferences()));
        name.setOnShowing(_ -> name.getItems().setAll(model.stations()));
        task.setOnShowing(_ -> task.getItems().setAll(model.tasks()));
        door.setOnShowing(_ -> door.getItems().setAll(model.products()));
        model.postProperty().subscribe(_ -> show());
        conference.setOnAction(_ -> chosen(() -> model.conference(conference.getValue())));
        task.setOnAction(_ -> chosen(() -> model.doing(task.getValue())));
        per.setOnAction(_ -> chosen(() -> model.redeemPer(per.getValue())));
    }

    private void show() {
        showing = true;
        conference.setValue(model.post().conference());
        name.setValue(model.post().station());
        per.setValue(model.redeemPer());
        task.setValue(switch (model.post().mode()) {
            case org.lanyard.scan.Mode.CheckIn() -> new StationModel.Task(StationModel.Task.Kind.CHECK_IN, null);
            case org.lanyard.scan.Mode.Choose() -> new StationModel.Task(StationModel.Task.Kind.CHOOSE, null);
            case org.lanyard.scan.Mode.Door(Product product) -> new StationModel.Task(StationModel.Task.Kind.DOOR, product);
            case org.lanyard.scan.Mode.Redeem(Product addon) -> new StationModel.Task(StationModel.Task.Kind.REDEEM, addon);
        });
        doors.getChildren().setAll(model.doors().stream().map(this::line).toList());
        showing = false;
    }

    private void chosen(Runnable action) {
        if (!showing) {
            status.run(action, words.say("setup.saved"));
            show();
        }
    }

    private Label line(Door shown) {
        Label line = new Label(shown.capacity() == null ? words.say("door.open", shown.product().name())
                : words.say("door.capacity", shown.product().name(), shown.capacity()));
        line.getStyleClass().add("line");
        return line;
    }

    private String words(StationModel.Task chosen) {
        return switch (chosen.kind()) {
            case CHECK_IN -> words.say("mode.check-in");
            case CHOOSE -> words.say("mode.choose");
            case DOOR -> words.say("mode.door", chosen.product().name());
            case REDEEM -> words.say("mode.redeem", chosen.product().name());
        };
    }

    @FXML
    private void rename() {
        String chosen = name.getEditor().getText();
        status.run(() -> model.standAt(chosen), words.say("setup.saved"));
        show();
    }

    @FXML
    private void setCapacity() {
        if (door.getValue() != null) {
            status.run(() -> model.capacity(door.getValue(), capacity.getText()), words.say("setup.saved"));
            show();
        }
    }
}
