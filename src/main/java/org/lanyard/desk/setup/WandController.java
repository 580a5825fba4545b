package org.lanyard.desk.setup;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import org.lanyard.desk.QrView;
import org.lanyard.desk.WandFilter.Scanned;
import org.lanyard.desk.Words;

/** Binds the wand check: what arrived, how fast, how it ended, and whether the keyboard layout garbled it. */
public final class WandController {

    private static final int CODE_SIZE = 240;

    private final Wand wand;
    private final Words words;

    @FXML private Label arrived;
    @FXML private Label how;
    @FXML private Label layout;
    @FXML private ImageView calibration;
    @FXML private TextField prefix;
    @FXML private TextField suffix;
    @FXML private Label said;
    private StatusLine status;

    WandController(Wand wand, Words words) {
        this.wand = wand;
        this.words = words;
    }

    @FXML
    private void initialize() {
        status = new StatusLine(said, words);
        how.managedProperty().bind(how.textProperty().isNotEmpty());
        QrView.show(calibration, Wand.CALIBRATION, CODE_SIZE);
        prefix.setText(wand.prefix());
        suffix.setText(wand.suffix());
        wand.arrivedProperty().subscribe(this::show);
    }

    private void show(Scanned scanned) {
        arrived.setText(scanned == null ? words.say("wand.nothing") : scanned.text());
        how.setText(scanned == null ? "" : words.say("wand.how", scanned.text().length(), scanned.perKey().toNanos() / 1e6,
                words.say("wand.end." + scanned.end())));
        layout.setText(wand.layout().map(garbling -> words.say("wand.layout", garbling.name()))
                .orElse(words.say("wand.layout.fine")));
    }

    @FXML
    private void save() {
        wand.additions(prefix.getText(), suffix.getText());
        status.show(words.say("setup.saved"));
    }
}
