package org.lanyard.desk;

import javafx.animation.AnimationTimer;

/** Leaves work to the frame after the one that is being made, so that neither takes too long. On the FX thread. */
public final class NextFrame {

    private NextFrame() {}

    public static void run(Runnable work) {
        new AnimationTimer() {
            private boolean made;

            @Override
            public void handle(long now) {
                if (made) {
                    stop();
                    work.run();
                }
                made = true;
            }
        }.start();
    }
}
