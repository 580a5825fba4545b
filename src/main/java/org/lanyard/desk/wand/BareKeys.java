package org.lanyard.desk.wand;

import javafx.scene.input.KeyCode;

public interface BareKeys {

    /** A token for what is shown now; handed back with the key, so that it acts on nothing newer. */
    Object shown();

    /** A digit or letter that will act in a moment, unless more keys follow; false where it means nothing here. */
    boolean armed(KeyCode key, Object shownThen);

    /** The key that was armed does not act: it was the first of several keys. */
    default void disarmed() {}

    /** False where the key means nothing here and should go its usual way. */
    boolean pressed(KeyCode key, Object shownThen);

    BareKeys NONE = new BareKeys() {
        @Override
        public Object shown() {
            return this;
        }

        @Override
        public boolean armed(KeyCode key, Object shownThen) {
            return false;
        }

        @Override
        public boolean pressed(KeyCode key, Object shownThen) {
            return false;
        }
    };
}
