package org.lanyard.desk.inside;

import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;
import org.lanyard.desk.wand.BareKeys;

/** P prints the list in front. */
final class InsideKeys implements BareKeys {

    private final InsideModel model;
    private final BooleanSupplier here;

    InsideKeys(InsideModel model, BooleanSupplier here) {
        this.model = model;
        this.here = here;
    }

    @Override
    public Object shown() {
        return model.room();
    }

    @Override
    public boolean armed(KeyCode key, Object shownThen) {
        return key == KeyCode.P && here.getAsBoolean() && shown().equals(shownThen);
    }

    @Override
    public void disarmed() {
        // nothing showed that it was taken
    }

    @Override
    public boolean pressed(KeyCode key, Object shownThen) {
        boolean prints = armed(key, shownThen);
        if (prints) {
            model.print();
        }
        return prints;
    }
}
