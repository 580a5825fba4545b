package org.lanyard.desk;

import javafx.application.Platform;

/** The thread that owns everything on the screen. */
public final class FxThread {

    private FxThread() {}

    /** Fails on any other thread, where assertions are on, as in every test. */
    public static void check() {
        assert Platform.isFxApplicationThread() : "on " + Thread.currentThread() + " instead of the FX thread";
    }
}
