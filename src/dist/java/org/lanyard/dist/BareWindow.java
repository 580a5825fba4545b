package org.lanyard.dist;

import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * A JavaFX window with nothing in it but some labels and buttons: what a start cannot be faster than. With an argument it closes
 * itself, so that a cache can be made for it.
 */
public final class BareWindow {

    private BareWindow() {}

    public static void main(String[] arguments) {
        Platform.startup(() -> {
            VBox rows = new VBox(10);
            for (int row = 1; row <= 20; row++) {
                rows.getChildren().add(new HBox(10, new Label("Label " + row), new Button("Button " + row)));
            }
            Stage stage = new Stage();
            stage.setScene(new Scene(rows, 1280, 800));
            stage.show();
            if (arguments.length > 0) {
                PauseTransition looked = new PauseTransition(Duration.seconds(1));
                looked.setOnFinished(_ -> stage.close());
                looked.play();
            }
        });
    }
}
