package org.lanyard.desk.shell;

import java.util.function.BooleanSupplier;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.lanyard.desk.wand.BareKeys;

/** Gives keys to a page while that is in front, else to what is behind it. */
record FrontKeys(BooleanSupplier inFront, BareKeys page, BareKeys behind) implements BareKeys {

    /** Keys pressed while a pop-over or a menu is open are meant for that. */
    static boolean popUpOpen() {
        return Window.getWindows().stream().anyMatch(open -> open instanceof PopupWindow && !(open instanceof Tooltip)
                && open.isShowing());
    }

    private BareKeys front() {
        return inFront.getAsBoolean() ? page : behind;
    }

    @Override
    public Object shown() {
        return front().shown();
    }

    @Override
    public boolean armed(KeyCode key, Object shownThen) {
        return front().armed(key, shownThen);
    }

    @Override
    public void disarmed() {
        front().disarmed();
    }

    @Override
    public boolean pressed(KeyCode key, Object shownThen) {
        return front().pressed(key, shownThen);
    }
}
