package org.lanyard.desk.camera;

import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import org.lanyard.desk.Words;
import org.lanyard.reader.Aim;
import org.lanyard.reader.LiveReader;
import org.lanyard.reader.frame.Middle;

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
        Runnable worded = () -> state.setText(words(model, words));
        model.stateProperty().subscribe(worded);
        model.hintProperty().subscribe(worded);
        worded.run();
        model.brightProperty().subscribe(bright -> pseudoClassStateChanged(BRIGHT, bright));
        visibleProperty().bind(model.onProperty());
        managedProperty().bind(model.onProperty());
        getChildren().addAll(picture(view, model), state);
    }

    private static String words(CameraModel model, Words words) {
        LiveReader.State state = model.stateProperty().get();
        Aim.Hint hint = model.hintProperty().get();
        if (state != null && state != LiveReader.State.RUNNING) {
            return words.say("camera.state." + state);
        }
        return hint == Aim.Hint.NONE ? "" : words.say("camera.aim." + hint);
    }

    // A ring around the part in which a badge is read at once.
    private static Circle middle(ImageView view) {
        Circle middle = new Circle(WIDTH / 2, 0, WIDTH / 2 * Middle.PART);
        middle.centerYProperty().bind(Bindings.createDoubleBinding(() -> view.getBoundsInLocal().getHeight() / 2,
                view.boundsInLocalProperty()));
        middle.getStyleClass().add("aim-ring");
        middle.setManaged(false);
        return middle;
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
        Pane picture = new Pane(view, middle(view), outline);
        picture.setMaxWidth(WIDTH);
        return picture;
    }
}
