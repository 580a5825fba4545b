package org.lanyard.desk.camera;

import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polygon;
import org.lanyard.desk.Words;
import org.lanyard.reader.LiveReader;

/** What the camera sees, and how it is. */
public final class CameraView extends VBox {

    private static final double WIDTH = 246;
    private static final PseudoClass BRIGHT = PseudoClass.getPseudoClass("bright");

    public CameraView(CameraModel model, Words words) {
        getStyleClass().add("camera");
        ImageView view = new ImageView();
        view.setFitWidth(WIDTH);
        view.setPreserveRatio(true);
        view.setAccessibleText(words.say("camera.preview"));
        view.imageProperty().bind(model.previewProperty());
        Label state = new Label();
        state.getStyleClass().add("hint");
        state.setWrapText(true);
        state.managedProperty().bind(state.textProperty().isNotEmpty());
        model.stateProperty().subscribe(now -> state.setText(now == null || now == LiveReader.State.RUNNING ? ""
                : words.say("camera.state." + now)));
        model.brightProperty().subscribe(bright -> pseudoClassStateChanged(BRIGHT, bright));
        visibleProperty().bind(model.onProperty());
        managedProperty().bind(model.onProperty());
        getChildren().addAll(picture(view, model), state);
    }

    private static Pane picture(ImageView view, CameraModel model) {
        Polygon outline = new Polygon();
        outline.getStyleClass().add("code-outline");
        outline.setManaged(false);
        model.outlineProperty().subscribe(corners -> {
            outline.getPoints().setAll(corners.stream().flatMap(corner -> Stream.of(corner.x(), corner.y()))
                    .map(widths -> widths * WIDTH).toList());
            outline.setVisible(!corners.isEmpty());
        });
        Pane picture = new Pane(view, outline);
        picture.setMaxWidth(WIDTH);
        return picture;
    }
}
