package org.lanyard.desk.setup;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import org.lanyard.desk.Words;

/** The page that starts a kiosk. */
public final class KioskSetupController {

    private final KioskSetupModel model;
    private final Words words;

    @FXML private Parent root;
    @FXML private PasswordField pin;
    @FXML private Button begin;
    @FXML private CheckBox mirror;
    @FXML private Label said;
    private final StatusLine status;

    KioskSetupController(KioskSetupModel model, Words words) {
        this.model = model;
        this.words = words;
        this.status = new StatusLine(words);
    }

    @FXML
    private void initialize() {
        status.showIn(said);
        mirror.setSelected(model.hasMirror());
        begin.setDisable(true);
        root.visibleProperty().subscribe(visible -> {
            if (visible) {
                model.loadHasPin(set -> begin.setDisable(!set), status::fail);
            }
        });
    }

    @FXML
    private void setPin() {
        String typed = pin.getText();
        pin.clear();
        model.setPin(typed, () -> {
            begin.setDisable(false);
            status.show(words.say("kiosk.pin-set"));
        }, status::fail);
    }

    @FXML
    private void begin() {
        status.run(model::start, "");
    }

    @FXML
    private void changeMirror() {
        status.run(() -> model.setMirror(mirror.isSelected()), words.say("setup.saved"));
        mirror.setSelected(model.hasMirror());
    }
}
