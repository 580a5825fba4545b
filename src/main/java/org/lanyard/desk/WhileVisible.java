package org.lanyard.desk;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.util.Duration;

public final class WhileVisible {

    private WhileVisible() {}

    /** @param begin done each time the screen comes into view, and {@code again} every so often until it goes */
    public static void every(Duration period, Node screen, Runnable begin, Runnable again) {
        Timeline timeline = new Timeline(new KeyFrame(period, _ -> again.run()));
        timeline.setCycleCount(Timeline.INDEFINITE);
        screen.visibleProperty().subscribe(visible -> {
            if (visible) {
                begin.run();
                timeline.play();
            } else {
                timeline.stop();
            }
        });
        screen.sceneProperty().addListener((_, _, scene) -> {
            if (scene == null) {
                timeline.stop();
            }
        });
    }
}
