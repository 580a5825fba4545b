package org.lanyard.desk.kiosk;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.lanyard.desk.Words;
import org.lanyard.desk.scan.FittedName;
import org.lanyard.desk.scan.Shown;
import org.lanyard.desk.scan.VerdictIcon;

/**
 * A second window for the attendee, on another screen where there is one: the verdict on them, as discreet as a kiosk's.
 */
public final class Mirror {

    private static final double LARGEST_NAME = 120;

    private static final double WIDTH = 900;
    private static final double HEIGHT = 600;

    private final Words words;
    private final Stage stage = new Stage();
    private final VBox root = new VBox();
    private final StackPane icon = new StackPane();
    private final Label title = new Label();
    private final Subscription subscription;

    /** Opens it, over the whole of another screen where there is one. */
    public Mirror(Stage desk, ObservableValue<Shown> shown, Words words) {
        this.words = words;
        StackPane room = new StackPane(title);
        root.getStyleClass().addAll("whole", "whole-center", "kiosk");
        icon.getStyleClass().add("whole-icon");
        room.getStyleClass().add("whole-title-room");
        title.getStyleClass().add("title");
        title.setWrapText(true);
        root.getChildren().addAll(icon, room);
        new FittedName(title, room, () -> LARGEST_NAME);
        subscription = shown.subscribe(this::show);
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        scene.getStylesheets().setAll(desk.getScene().getStylesheets());
        stage.initOwner(desk);
        stage.setTitle("Lanyard");
        stage.setScene(scene);
        Screen.getScreens().stream().filter(screen -> !screen.getBounds().contains(desk.getX() + 1, desk.getY() + 1))
                .findFirst().ifPresent(this::fill);
        stage.show();
    }

    private void fill(Screen screen) {
        Rectangle2D bounds = screen.getVisualBounds();
        stage.setX(bounds.getMinX());
        stage.setY(bounds.getMinY());
        stage.setWidth(bounds.getWidth());
        stage.setHeight(bounds.getHeight());
    }

    private void show(Shown now) {
        boolean welcome = now.look().equals("go") || now.look().equals("go-again");
        boolean idle = now.look().equals("idle") || now.look().equals("person") || now.attendee() == null;
        String look = idle ? "idle" : welcome ? now.look() : "ask";
        root.getStyleClass().removeIf(style -> style.startsWith("look-"));
        root.getStyleClass().add("look-" + look);
        icon.getChildren().setAll(VerdictIcon.of(look));
        title.setText(idle ? words.say("kiosk.idle") : welcome ? KioskModel.discreet(now.attendee())
                : words.say("mirror.wait"));
    }

    public void close() {
        subscription.unsubscribe();
        stage.close();
    }
}
