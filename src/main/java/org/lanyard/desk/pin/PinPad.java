package org.lanyard.desk.pin;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.lanyard.desk.Words;
import org.lanyard.venue.Pins;

public final class PinPad extends VBox {

    private static final String[] KEYS = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "⌫", "0", "↵"};
    private static final int COLUMNS = 3;
    // From key to key; nobody types a whole PIN so fast.
    private static final Duration WANDS_PACE = Duration.ofMillis(35);

    private final PasswordField pin = new PasswordField();
    private final Label answer = new Label();
    private final Words words;
    private final LongSupplier nanoTime;
    private final Consumer<String> entered;
    private long struck;
    private int run;
    private int longestRun;

    public PinPad(Words words, Consumer<String> entered) {
        this(words, System::nanoTime, entered);
    }

    /**
     * @param nanoTime monotonic, in nanoseconds
     * @param entered  told each PIN that was typed to its end; never a wand's scan
     */
    public PinPad(Words words, LongSupplier nanoTime, Consumer<String> entered) {
        this.nanoTime = nanoTime;
        this.words = words;
        this.entered = entered;
        getStyleClass().add("pin-pad");
        pin.getStyleClass().add("pin");
        pin.setPromptText(words.say("pin.prompt"));
        pin.setAccessibleText(words.say("pin.prompt"));
        pin.setOnAction(_ -> enter());
        pin.addEventFilter(KeyEvent.KEY_TYPED, _ -> strike());
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

    private void strike() {
        long now = nanoTime.getAsLong();
        run = now - struck <= WANDS_PACE.toNanos() ? run + 1 : 1;
        longestRun = Math.max(longestRun, run);
        struck = now;
    }

    private void enter() {
        String typed = pin.getText();
        boolean scan = longestRun >= Pins.SHORTEST || !typed.chars().allMatch(c -> c >= '0' && c <= '9');
        clear();
        if (scan && !typed.isEmpty()) {
            answer.setText(words.say("pin.scan"));
        } else if (!typed.isEmpty()) {
            setDisable(true);
            entered.accept(typed);
        }
    }

    private void clear() {
        pin.clear();
        run = 0;
        longestRun = 0;
    }

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
        clear();
        answer.setText("");
        pin.requestFocus();
    }
}
