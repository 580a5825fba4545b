package org.lanyard.desk.wand;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;

/**
 * The letters of a page, each of which does one thing with what the page shows.
 *
 * @param here    true while the page is the one in front
 * @param showing what the page shows; a key acts only if that has not changed since it went down
 * @param actions empty for a key that means nothing on the page
 */
public record PageKeys(BooleanSupplier here, Supplier<?> showing, Function<KeyCode, Optional<Runnable>> actions)
        implements BareKeys {

    @Override
    public Object shown() {
        return showing.get();
    }

    @Override
    public boolean armed(KeyCode key, Object shownThen) {
        return action(key, shownThen).isPresent();
    }

    @Override
    public boolean pressed(KeyCode key, Object shownThen) {
        Optional<Runnable> action = action(key, shownThen);
        action.ifPresent(Runnable::run);
        return action.isPresent();
    }

    private Optional<Runnable> action(KeyCode key, Object shownThen) {
        return here.getAsBoolean() && shown().equals(shownThen) ? actions.apply(key) : Optional.empty();
    }
}
