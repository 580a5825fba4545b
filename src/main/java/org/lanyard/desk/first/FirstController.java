package org.lanyard.desk.first;

import java.io.File;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.lanyard.desk.Words;

/** Binds the first-run steps. */
public final class FirstController {

    private final FirstModel model;
    private final Words words;

    @FXML private VBox root;
    @FXML private Label conference;
    @FXML private TextField slug;
    @FXML private Button load;
    @FXML private TextField station;
    @FXML private RadioButton handsOut;
    @FXML private Label problem;

    public FirstController(FirstModel model, Words words) {
        this.model = model;
        this.words = words;
    }

    @FXML
    private void initialize() {
        station.setText(model.post().station());
        load.disableProperty().bind(model.busyProperty());
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        show();
    }

    private void show() {
        conference.setText(words.say("first.roster.now", model.post().conference().name()));
    }

    @FXML
    private void load() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(words.say("roster.files"), "*.csv", "*.json",
                "*.CSV", "*.JSON"));
        File file = chooser.showOpenDialog(root.getScene().getWindow());
        if (file != null) {
            take(file);
        }
    }

    /** A CSV does not say which conference it is for: then its own name does, unless another was typed. */
    void take(File file) {
        problem.setText("");
        boolean csv = file.getName().toLowerCase(Locale.ROOT).endsWith(".csv");
        String named = file.getName().replaceAll("\\.[^.]*$", "").replaceAll("[^A-Za-z0-9_-]+", "-");
        String chosen = slug.getText().isBlank() && csv ? named : slug.getText();
        model.load(file.toPath(), chosen, report -> {
            show();
            if (!report.applied()) {
                problem.setText(words.say("roster.not-applied", report.unusable().size()));
            }
        }, problem::setText);
    }

    @FXML
    private void finish() {
        model.finish(station.getText(), handsOut.isSelected(), problem::setText);
    }
}
