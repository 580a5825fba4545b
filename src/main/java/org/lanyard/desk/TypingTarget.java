package org.lanyard.desk;

import javafx.scene.control.TextInputControl;

public interface TypingTarget {

    TextInputControl typingField();

    default boolean focusedWhenShown() {
        return true;
    }
}
