package org.lanyard.desk.wand;

import java.util.Set;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

final class Keys {

    private static final Set<KeyCode> NO_CHARACTER = Set.of(KeyCode.ENTER, KeyCode.TAB, KeyCode.ESCAPE, KeyCode.BACK_SPACE,
            KeyCode.DELETE);

    private Keys() {}

    /** With AltGr, which some systems tell as Ctrl and Alt, characters are typed as with Shift. */
    static boolean shortcut(KeyEvent event) {
        boolean altGr = event.isControlDown() && event.isAltDown();
        return !altGr && (event.isShortcutDown() || event.isControlDown() || event.isAltDown() || event.isMetaDown());
    }

    static boolean printable(KeyEvent event) {
        KeyCode code = event.getCode();
        return !(code.isNavigationKey() || code.isFunctionKey() || code.isMediaKey() || NO_CHARACTER.contains(code));
    }

    static boolean inText() {
        return HeldKeys.focus().filter(TextInputControl.class::isInstance).isPresent();
    }

    /** Nothing is a scan where a secret is asked for (case 58). */
    static boolean inSecret() {
        return HeldKeys.focus().filter(PasswordField.class::isInstance).isPresent();
    }
}
