package org.lanyard.desk.wand;

import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

public enum End {
    ENTER, TAB, LINE_FEED, ARROW, END_KEY, FUNCTION_KEY, PAUSE;

    private static final Map<KeyCode, End> KEYS = Map.of(KeyCode.ENTER, ENTER, KeyCode.TAB, TAB, KeyCode.END, END_KEY,
            KeyCode.UP, ARROW, KeyCode.DOWN, ARROW, KeyCode.LEFT, ARROW, KeyCode.RIGHT, ARROW);
    private static final Map<KeyCode, End> WITH_CONTROL = Map.of(KeyCode.J, LINE_FEED, KeyCode.M, ENTER);

    static Optional<End> of(KeyEvent key) {
        if (key.isControlDown() && !key.isAltDown()) {
            return Optional.ofNullable(WITH_CONTROL.get(key.getCode()));
        }
        return key.getCode().isFunctionKey() ? Optional.of(FUNCTION_KEY) : Optional.ofNullable(KEYS.get(key.getCode()));
    }
}
