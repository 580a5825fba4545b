package org.lanyard.desk;

import javafx.scene.control.TextInputControl;

public interface TypingTarget {

    TextInputControl typingField();

    /** True where the field takes the focus as soon as the screen is shown. */
    default boolean focusedWhenShown() {
        return true;
    }
}
