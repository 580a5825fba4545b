package org.lanyard.desk.wand;

import java.util.OptionalInt;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

final class AltCode {

    private static final int MOST_DIGITS = 5;

    private final StringBuilder digits = new StringBuilder();

    boolean takes(KeyEvent pressed) {
        KeyCode code = pressed.getCode();
        boolean digit = pressed.isAltDown() && !pressed.isControlDown() && code.isKeypadKey()
                && code.name().startsWith("NUMPAD") && digits.length() < MOST_DIGITS;
        if (digit) {
            digits.append(code.name().charAt(code.name().length() - 1));
        }
        return digit;
    }

    boolean isEmpty() {
        return digits.isEmpty();
    }

    OptionalInt released(KeyEvent released) {
        if (released.getCode() != KeyCode.ALT || digits.isEmpty()) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(digits.toString());
        digits.setLength(0);
        return number >= ' ' && number < Character.MIN_SURROGATE ? OptionalInt.of(number) : OptionalInt.empty();
    }
}
