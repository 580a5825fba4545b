package org.lanyard.desk.dashboard;

import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A name, a count in words, and a bar that shows how much of the whole it is. */
final class Bar extends VBox {

    Bar(String name, String count, double share) {
        getStyleClass().add("bar");
        Label title = new Label(name);
        title.getStyleClass().add("bar-name");
        title.setWrapText(true);
        Label number = new Label(count);
        number.getStyleClass().add("hint");
        number.setMinWidth(Region.USE_PREF_SIZE);
        ProgressBar bar = new ProgressBar(Math.clamp(share, 0, 1));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinWidth(0);
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox line = new HBox(bar, number);
        line.getStyleClass().add("bar-line");
        bar.setAccessibleText(name + ": " + count);
        getChildren().addAll(title, line);
    }
}
