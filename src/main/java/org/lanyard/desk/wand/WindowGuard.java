package org.lanyard.desk.wand;

import java.util.HashSet;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

final class WindowGuard {

    private final Set<Window> guarded = new HashSet<>();
    private final ListChangeListener<Window> newWindows = this::changed;
    private final EventHandler<KeyEvent> keys;
    private final EventHandler<InputMethodEvent> composed;

    WindowGuard(EventHandler<KeyEvent> keys, EventHandler<InputMethodEvent> composed) {
        this.keys = keys;
        this.composed = composed;
    }

    void begin() {
        Window.getWindows().forEach(this::guard);
        Window.getWindows().addListener(newWindows);
    }

    void end() {
        Window.getWindows().removeListener(newWindows);
        Set.copyOf(guarded).forEach(this::unguard);
    }

    private void guard(Window window) {
        if (guarded.add(window)) {
            window.addEventFilter(KeyEvent.ANY, keys);
            window.addEventFilter(InputMethodEvent.ANY, composed);
        }
    }

    private void unguard(Window window) {
        window.removeEventFilter(KeyEvent.ANY, keys);
        window.removeEventFilter(InputMethodEvent.ANY, composed);
        guarded.remove(window);
    }

    private void changed(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            change.getAddedSubList().forEach(this::guard);
            change.getRemoved().forEach(this::unguard);
        }
    }
}
