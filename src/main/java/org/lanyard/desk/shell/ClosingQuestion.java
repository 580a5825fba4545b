package org.lanyard.desk.shell;

import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.controlsfx.control.PopOver;
import org.lanyard.desk.Background;
import org.lanyard.desk.Words;
import org.lanyard.hub.VenueStation;
import org.lanyard.hub.VenueStatus;

/** Offers to return what this station keeps for itself before its window is closed. On the FX thread. */
final class ClosingQuestion {

    private final VenueStation hub;
    private final BooleanSupplier keeps;
    private final Words words;
    private final Background background;

    ClosingQuestion(VenueStation hub, BooleanSupplier keeps, Words words, Background background) {
        this.hub = hub;
        this.keeps = keeps;
        this.words = words;
        this.background = background;
    }

    void closing(WindowEvent request, Stage window) {
        if (keeps.getAsBoolean()) {
            request.consume();
            ask(window);
        }
    }

    private void ask(Stage window) {
        PopOver pop = new PopOver();
        Label text = new Label(words.say("venue.closing"));
        text.setWrapText(true);
        Button giveBack = button("venue.closing.return", "primary");
        Button close = button("venue.closing.close", "quiet-button");
        Button stay = button("venue.closing.stay", "quiet-button");
        giveBack.setOnAction(_ -> {
            giveBack.setDisable(true);
            background.run(hub::returnAll, status -> {
                if (status.state() == VenueStatus.State.ALONE) {
                    text.setText(words.say("venue.closing.waits"));
                } else {
                    leave(pop, window);
                }
            }, text::setText);
        });
        close.setOnAction(_ -> leave(pop, window));
        stay.setOnAction(_ -> pop.hide());
        FlowPane buttons = new FlowPane(giveBack, close, stay);
        buttons.getStyleClass().add("choices");
        VBox content = new VBox(text, buttons);
        content.getStyleClass().addAll("void-prompt", "shell");
        pop.setContentNode(content);
        pop.setAnimated(false);
        pop.setArrowSize(0);
        pop.setDetachable(false);
        Bounds inside = window.getScene().getRoot().localToScreen(window.getScene().getRoot().getLayoutBounds());
        pop.show(window.getScene().getRoot(), inside.getCenterX() - content.prefWidth(-1) / 2, inside.getCenterY());
        giveBack.requestFocus();
    }

    private static void leave(PopOver pop, Stage window) {
        pop.hide();
        window.hide();
    }

    private Button button(String word, String look) {
        Button button = new Button(words.say(word));
        button.getStyleClass().add(look);
        button.setMinWidth(Button.USE_PREF_SIZE);
        return button;
    }
}
