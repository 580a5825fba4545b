package org.lanyard.desk.person;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;
import org.lanyard.desk.wand.BareKeys;

final class PersonKeys implements BareKeys {

    private static final Object NOBODY = new Object();

    private final PersonModel model;
    private final BooleanSupplier here;

    PersonKeys(PersonModel model, BooleanSupplier here) {
        this.model = model;
        this.here = here;
    }

    @Override
    public Object shown() {
        return model.pageProperty().get().<Object>map(page -> page.person().id()).orElse(NOBODY);
    }

    @Override
    public boolean armed(KeyCode key, Object shownThen) {
        return action(key, shownThen).isPresent();
    }

    @Override
    public void disarmed() {
        // nothing showed that it was taken
    }

    @Override
    public boolean pressed(KeyCode key, Object shownThen) {
        Optional<Runnable> action = action(key, shownThen);
        action.ifPresent(Runnable::run);
        return action.isPresent();
    }

    private Optional<Runnable> action(KeyCode key, Object shownThen) {
        return here.getAsBoolean() && shown().equals(shownThen) ? Optional.ofNullable(model.keys().get(key))
                : Optional.empty();
    }
}
