package org.lanyard.desk.setup;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.PasswordField;
import org.lanyard.desk.Words;

public final class KioskSetupController extends PageController {

    private final KioskSetupModel model;

    @FXML private PasswordField pin;
    @FXML private Button begin;
    @FXML private CheckBox mirror;

    KioskSetupController(KioskSetupModel model, Words words) {
        super(words);
        this.model = model;
    }

    @Override
    void bind() {
        mirror.setSelected(model.hasMirror());
        begin.setDisable(true);
    }

    @Override
    void load() {
        model.loadHasPin(set -> begin.setDisable(!set), status::fail);
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
        apply(() -> model.setMirror(mirror.isSelected()));
        mirror.setSelected(model.hasMirror());
    }
}
