package org.lanyard.desk;

import javafx.scene.control.TextInputControl;

/** A screen's controller with one field for what people type while nothing else has the focus. */
public interface TypingTarget {

    TextInputControl typingField();

    /** True where the field takes the focus as soon as the screen is shown. */
    default boolean focusedWhenShown() {
        return true;
    }
}
