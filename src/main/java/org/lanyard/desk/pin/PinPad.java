package org.lanyard.desk.pin;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.lanyard.desk.Words;
import org.lanyard.venue.Pins;

/** Takes a PIN, by keys or by fingers, and says what became of it. */
public final class PinPad extends VBox {

    private static final String[] KEYS = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "⌫", "0", "↵"};
    private static final int COLUMNS = 3;

    private final PasswordField pin = new PasswordField();
    private final Label answer = new Label();
    private final Words words;
    private final Consumer<String> entered;

    /** @param entered told each PIN that was typed to its end */
    public PinPad(Words words, Consumer<String> entered) {
        this.words = words;
        this.entered = entered;
        getStyleClass().add("pin-pad");
        pin.getStyleClass().add("pin");
        pin.setPromptText(words.say("pin.prompt"));
        pin.setAccessibleText(words.say("pin.prompt"));
        pin.setOnAction(_ -> enter());
        answer.getStyleClass().add("pin-answer");
        answer.setWrapText(true);
        getChildren().addAll(pin, keys(), answer);
    }

    private GridPane keys() {
        GridPane keys = new GridPane();
        keys.getStyleClass().add("pin-keys");
        for (int i = 0; i < KEYS.length; i++) {
            Button key = new Button(KEYS[i]);
            String action = KEYS[i];
            key.getStyleClass().add("pin-key");
            key.setFocusTraversable(false);
            key.setAccessibleText(switch (action) {
                case "⌫" -> words.say("pin.back");
                case "↵" -> words.say("pin.enter");
                default -> action;
            });
            key.setOnAction(_ -> press(action));
            keys.add(key, i % COLUMNS, i / COLUMNS);
        }
        return keys;
    }

    private void press(String key) {
        switch (key) {
            case "⌫" -> pin.deletePreviousChar();
            case "↵" -> enter();
            default -> pin.appendText(key);
        }
        pin.requestFocus();
        pin.end();
    }

    private void enter() {
        String typed = pin.getText();
        pin.clear();
        if (!typed.isEmpty()) {
            setDisable(true);
            entered.accept(typed);
        }
    }

    /** Shows what became of the PIN that was entered last. */
    public void show(Pins.Answer result) {
        setDisable(false);
        answer.setText(switch (result) {
            case Pins.Answer.Right() -> "";
            case Pins.Answer.Wrong() -> words.say("pin.wrong");
            case Pins.Answer.Wait(var left) -> words.say("pin.wait", left.toSeconds() + 1);
        });
        pin.requestFocus();
    }

    public void begin() {
        pin.clear();
        answer.setText("");
        pin.requestFocus();
    }
}
