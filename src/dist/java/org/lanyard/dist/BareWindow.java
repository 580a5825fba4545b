package org.lanyard.dist;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** A JavaFX window with nothing in it but some labels and buttons: what a start cannot be faster than. */
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
        });
    }
}
