package org.lanyard.desk.setup;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import org.lanyard.desk.Background;
import org.lanyard.desk.Words;
import org.lanyard.desk.Workplace;
import org.lanyard.scan.Role;
import org.lanyard.venue.Pins;
import org.lanyard.venue.Settings;

/** Binds the page from which a kiosk is begun; it takes the window, so not before there is a PIN to leave it with. */
public final class KioskPaneController {

    private final Workplace workplace;
    private final Background background;
    private final SetupParts.Ways ways;
    private final Words words;

    @FXML private PasswordField pin;
    @FXML private Button begin;
    @FXML private CheckBox mirror;
    @FXML private Label said;
    private StatusLine status;

    KioskPaneController(Workplace workplace, Background background, SetupParts.Ways ways, Words words) {
        this.workplace = workplace;
        this.background = background;
        this.ways = ways;
        this.words = words;
    }

    @FXML
    private void initialize() {
        status = new StatusLine(said, words);
        mirror.setSelected(workplace.station().settings().get(Settings.MIRROR));
        begin.setDisable(!workplace.station().pins().isSet(new Pins.Owner.Kiosk()));
    }

    @FXML
    private void setPin() {
        String typed = pin.getText();
        pin.clear();
        background.run(() -> {
            workplace.demand(Role.ADMINISTRATOR);
            workplace.station().pins().set(new Pins.Owner.Kiosk(), typed);
            return true;
        }, _ -> {
            begin.setDisable(false);
            status.show(words.say("kiosk.pin-set"));
        }, status::fail);
    }

    @FXML
    private void begin() {
        status.run(() -> {
            workplace.demand(Role.LEAD);
            ways.kiosk();
        }, "");
    }

    @FXML
    private void changeMirror() {
        status.run(() -> {
            workplace.demand(Role.LEAD);
            workplace.station().settings().set(Settings.MIRROR, mirror.isSelected());
            ways.mirror(mirror.isSelected());
        }, words.say("setup.saved"));
        mirror.setSelected(workplace.station().settings().get(Settings.MIRROR));
    }
}
