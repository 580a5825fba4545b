package org.lanyard.desk.setup;

import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.lanyard.desk.Choice;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.Words;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Product;
import org.lanyard.venue.Door;

public final class StationController extends PageController {

    private final StationModel model;

    @FXML private ComboBox<Conference> conference;
    @FXML private ComboBox<String> name;
    @FXML private ComboBox<Mode> task;
    @FXML private ComboBox<Conference.RedeemPer> per;
    @FXML private ComboBox<Product> door;
    @FXML private TextField capacity;
    @FXML private VBox doors;
    private boolean showing;

    StationController(StationModel model, Words words) {
        super(words);
        this.model = model;
    }

    @Override
    void bind() {
        Choice.said(conference, shown -> ShownText.line(shown.name()));
        Choice.said(task, words::mode);
        Choice.said(door, product -> ShownText.line(product.name()));
        Choice.said(per, value -> words.say("per." + value.word()));
        per.getItems().setAll(Conference.RedeemPer.values());
        model.postProperty().subscribe(_ -> show());
        conference.setOnAction(_ -> choose(() -> model.setConference(conference.getValue())));
        task.setOnAction(_ -> choose(() -> model.setTask(task.getValue())));
        per.setOnAction(_ -> {
            if (!showing) {
                model.setRedeemPer(per.getValue(), this::savedAndLoad, this::refused);
            }
        });
    }

    @Override
    void load() {
        model.load(this::offer, status::fail);
    }

    private void offer(StationModel.Choices choices) {
        showing = true;
        conference.getItems().setAll(choices.conferences());
        name.getItems().setAll(choices.stations());
        task.getItems().setAll(choices.tasks());
        door.getItems().setAll(choices.products());
        doors.getChildren().setAll(choices.doors().stream().map(this::line).toList());
        showing = false;
        show();
    }

    private void show() {
        showing = true;
        conference.setValue(model.post().conference());
        name.setValue(model.post().station());
        per.setValue(model.post().conference().redeemPer());
        task.setValue(model.post().mode());
        showing = false;
    }

    private void choose(Runnable change) {
        if (!showing) {
            apply(change);
            load();
        }
    }

    private void savedAndLoad() {
        saved();
        load();
    }

    private void refused(String why) {
        status.fail(why);
        show();
    }

    private Label line(Door shown) {
        Label line = new Label(shown.capacity() == null ? words.say("door.open", ShownText.line(shown.product().name()))
                : words.say("door.capacity", ShownText.line(shown.product().name()), shown.capacity()));
        line.getStyleClass().add("line");
        line.setWrapText(true);
        return line;
    }

    @FXML
    private void rename() {
        model.rename(name.getEditor().getText(), this::savedAndLoad, this::refused);
    }

    @FXML
    private void setCapacity() {
        if (door.getValue() != null) {
            model.setCapacity(door.getValue(), capacity.getText(), this::savedAndLoad, status::fail);
        }
    }
}
