package org.lanyard.desk.wand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/** Keys that wait until it is known whose they are, and what those changed that did not wait. */
final class HeldKeys {

    private final List<KeyEvent> held = new ArrayList<>();
    private final List<FieldState> letThrough = new ArrayList<>();
    private boolean releasing;

    private record FieldState(TextInputControl field, String text, int anchor, int caret) {

        static FieldState of(TextInputControl field) {
            return new FieldState(field, field.getText(), field.getAnchor(), field.getCaretPosition());
        }

        void restore() {
            field.setText(text);
            field.selectRange(anchor, caret);
        }
    }

    void hold(KeyEvent event) {
        held.add(event);
        event.consume();
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    /** True while keys are given their way, and are nobody's to take. */
    boolean releasing() {
        return releasing;
    }

    void passing() {
        if (focus().orElse(null) instanceof TextInputControl field) {
            letThrough.add(FieldState.of(field));
        }
    }

    void release() {
        List<KeyEvent> events = List.copyOf(held);
        held.clear();
        releasing = true;
        try {
            for (KeyEvent event : events) {
                Optional<Node> focus = focus();
                if (event.getEventType() == KeyEvent.KEY_TYPED) {
                    passing();
                }
                EventTarget target = focus.<EventTarget>map(node -> node).orElse(event.getTarget());
                Event.fireEvent(target, event.copyFor(event.getSource(), target));
            }
        } finally {
            releasing = false;
        }
    }

    /**
     * Drops a scan's keys: those before it go their way, and a field that got some of them is as it was.
     *
     * @param length  characters of the scan, the last ones of the run
     * @param ofAll   characters of the whole run
     */
    void drop(int length, int ofAll) {
        int waiting = (int) held.stream().filter(event -> event.getEventType() == KeyEvent.KEY_TYPED).count();
        if (ofAll > length) {
            releaseBefore(length);
        } else {
            held.clear();
        }
        int passed = length - Math.min(waiting, length);
        if (passed > 0 && letThrough.size() >= passed) {
            letThrough.get(letThrough.size() - passed).restore();
        }
    }

    private void releaseBefore(int length) {
        int typed = 0;
        int begins = held.size();
        for (int i = held.size() - 1; i >= 0 && typed < length; i--) {
            typed += held.get(i).getEventType() == KeyEvent.KEY_TYPED ? 1 : 0;
            begins = i;
        }
        List<KeyEvent> before = List.copyOf(held.subList(0, Math.max(0, begins - 1)));
        held.clear();
        held.addAll(before);
        release();
    }

    void clear() {
        held.clear();
    }

    void forget() {
        letThrough.clear();
    }

    static Optional<Node> focus() {
        return Window.getWindows().stream().filter(Window::isFocused).reduce((_, later) -> later)
                .filter(window -> window.getScene() != null).map(window -> window.getScene().getFocusOwner());
    }
}
