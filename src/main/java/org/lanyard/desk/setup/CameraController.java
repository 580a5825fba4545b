package org.lanyard.desk.setup;

import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import org.lanyard.desk.Choice;
import org.lanyard.desk.Words;
import org.lanyard.desk.camera.CameraModel;
import org.lanyard.desk.camera.CameraView;
import org.lanyard.reader.Camera;
import org.lanyard.reader.Symbologies;

public final class CameraController extends PageController {

    private static final Integer[] WIDTHS = {640, 1280, 1920};

    private final CameraModel model;

    @FXML private ComboBox<Camera> camera;
    @FXML private ComboBox<Integer> width;
    @FXML private CheckBox mirrored;
    @FXML private CheckBox bright;
    @FXML private CheckBox everyCode;
    @FXML private VBox preview;

    CameraController(CameraModel model, Words words) {
        super(words);
        this.model = model;
    }

    @Override
    void bind() {
        Choice.said(camera, Camera::name);
        Choice.said(width, wide -> wide + " × " + wide * 9 / 16);
        width.getItems().setAll(WIDTHS);
        width.setValue(model.width());
        width.setOnAction(_ -> {
            model.width(width.getValue());
            saved();
        });
        chosen(mirrored, model.mirrored(), model::mirrored);
        chosen(bright, model.brightProperty().get(), model::bright);
        chosen(everyCode, model.symbologies() == Symbologies.EVERY,
                other -> model.symbologies(other ? Symbologies.EVERY : Symbologies.QR));
        preview.getChildren().add(new CameraView(model, words));
        preview.visibleProperty().bind(model.onProperty());
        preview.managedProperty().bind(model.onProperty());
        camera.setOnAction(_ -> {
            if (camera.getValue() != null) {
                model.use(camera.getValue());
            }
        });
    }

    private void chosen(CheckBox box, boolean now, Consumer<Boolean> choose) {
        box.setSelected(now);
        box.setOnAction(_ -> {
            choose.accept(box.isSelected());
            saved();
        });
    }

    @FXML
    private void look() {
        status.show(words.say("camera.looking"));
        model.cameras(found -> {
            camera.getItems().setAll(found);
            if (found.isEmpty()) {
                status.fail(words.say("camera.none"));
            } else {
                status.show(words.say("camera.found", found.size()));
            }
        });
    }

    @FXML
    private void off() {
        camera.setValue(null);
        model.off();
    }
}
