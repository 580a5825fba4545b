package org.lanyard.desk.setup;

import java.time.Duration;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import org.lanyard.desk.QrView;
import org.lanyard.desk.Words;
import org.lanyard.desk.wand.Calibration;
import org.lanyard.desk.wand.Scanned;
import org.lanyard.desk.wand.Wand;

public final class WandController extends PageController {

    private static final int CODE_SIZE = 260;

    private final Wand wand;

    @FXML private Label sent;
    @FXML private Label arrived;
    @FXML private Label how;
    @FXML private Label layout;
    @FXML private ImageView calibration;
    @FXML private TextField prefix;
    @FXML private TextField suffix;
    @FXML private Slider slowest;
    @FXML private Label slowestValue;

    WandController(Wand wand, Words words) {
        super(words);
        this.wand = wand;
    }

    @Override
    void bind() {
        how.managedProperty().bind(how.textProperty().isNotEmpty());
        QrView.show(calibration, Calibration.CODE, CODE_SIZE);
        sent.setText(Calibration.CODE);
        wand.slowestProperty().subscribe(perKey -> slowest.setValue(perKey.toMillis()));
        slowest.valueProperty().subscribe(value -> slowestValue.setText(words.say("wand.slowest.value",
                Math.round(value.doubleValue()))));
        slowest.valueChangingProperty().addListener((_, _, changing) -> {
            if (!changing) {
                keepSlowest();
            }
        });
        slowest.setOnKeyReleased(_ -> keepSlowest());
        wand.arrivedProperty().subscribe(this::show);
    }

    private void keepSlowest() {
        wand.setSlowest(Duration.ofMillis(Math.round(slowest.getValue())));
        saved();
    }

    private void show(Optional<Scanned> scanned) {
        prefix.setText(wand.prefix());
        suffix.setText(wand.suffix());
        arrived.setText(scanned.map(Scanned::text).orElse(words.say("wand.nothing")));
        how.setText(scanned.map(scan -> words.say("wand.how", scan.text().length(), scan.perKey().toNanos() / 1e6,
                words.say("wand.end." + scan.end()))).orElse(""));
        layout.setText(words.say(scanned.isEmpty() ? "wand.layout.unknown" : comparison()));
    }

    // "Fine" only where the calibration code arrived exactly as it is.
    private String comparison() {
        if (wand.trimmedArrival().equals(Calibration.CODE)) {
            return "wand.layout.fine";
        }
        return Calibration.learn(wand.trimmedArrival()).isPresent() ? "wand.layout.learnt" : "wand.layout.no-calibration";
    }

    @FXML
    private void save() {
        wand.additions(prefix.getText(), suffix.getText());
        saved();
    }
}
