package org.lanyard.desk;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ListChangeListener;
import javafx.stage.Window;
import javafx.util.Subscription;

/** Knows whether the keyboard, and so the wand, writes into a window of this program. On the FX thread. */
public final class FocusWatch implements AutoCloseable {

    private final ReadOnlyBooleanWrapper here = new ReadOnlyBooleanWrapper(true);
    private final Map<Window, Subscription> watched = new HashMap<>();
    private final ListChangeListener<Window> windows = _ -> follow();

    public FocusWatch() {
        Window.getWindows().addListener(windows);
        follow();
    }

    private void follow() {
        watched.entrySet().removeIf(each -> {
            boolean gone = !Window.getWindows().contains(each.getKey());
            if (gone) {
                each.getValue().unsubscribe();
            }
            return gone;
        });
        Window.getWindows().forEach(window -> watched.computeIfAbsent(window,
                fresh -> fresh.focusedProperty().subscribe(_ -> look())));
        look();
    }

    private void look() {
        here.set(Window.getWindows().isEmpty() || Window.getWindows().stream().anyMatch(Window::isFocused));
    }

    public ReadOnlyBooleanProperty hereProperty() {
        return here.getReadOnlyProperty();
    }

    @Override
    public void close() {
        Window.getWindows().removeListener(windows);
        watched.values().forEach(Subscription::unsubscribe);
        watched.clear();
    }
}
