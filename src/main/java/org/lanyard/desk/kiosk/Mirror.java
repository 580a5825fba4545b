package org.lanyard.desk.kiosk;

import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.lanyard.desk.Words;
import org.lanyard.desk.scan.Card;
import org.lanyard.desk.verdict.Face;
import org.lanyard.desk.verdict.Look;
import org.lanyard.desk.verdict.VerdictPane;

/**
 * A second window for the attendee, on another screen where there is one: the verdict on them, as discreet as a kiosk's.
 */
public final class Mirror {

    private static final double WIDTH = 900;
    private static final double HEIGHT = 600;

    private final Words words;
    private final Stage stage = new Stage();
    private final VerdictPane verdict = new VerdictPane(VerdictPane.Layout.CENTRED, "");
    private final Subscription subscription;

    public Mirror(Stage desk, ObservableValue<Card> card, ObservableBooleanValue neutral, Words words) {
        this.words = words;
        StackPane root = new StackPane(verdict);
        root.getStyleClass().addAll("whole", "kiosk");
        verdict.paint(root);
        verdict.neutralProperty().bind(neutral);
        subscription = card.subscribe(this::show);
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        scene.getStylesheets().setAll(desk.getScene().getStylesheets());
        stage.initOwner(desk);
        stage.setTitle("Lanyard");
        stage.setScene(scene);
        Screen.getScreens().stream().filter(screen -> !screen.getBounds().contains(desk.getX() + 1, desk.getY() + 1))
                .findFirst().ifPresent(this::fill);
        stage.show();
        desk.requestFocus();
    }

    private void fill(Screen screen) {
        Rectangle2D bounds = screen.getVisualBounds();
        stage.setX(bounds.getMinX());
        stage.setY(bounds.getMinY());
        stage.setWidth(bounds.getWidth());
        stage.setHeight(bounds.getHeight());
    }

    private void show(Card now) {
        boolean welcome = now.look() == Look.GO || now.look() == Look.GO_AGAIN;
        verdict.faceProperty().set(now.attendee().filter(_ -> !now.lookedUp())
                .map(about -> welcome ? face(now.look(), KioskModel.discreet(about))
                        : face(Look.ASK, words.say("mirror.wait")))
                .orElseGet(() -> face(Look.IDLE, words.say("kiosk.idle"))));
    }

    private static Face face(Look look, String title) {
        return new Face(look, "", title, "", title);
    }

    public void close() {
        subscription.unsubscribe();
        stage.close();
    }
}
