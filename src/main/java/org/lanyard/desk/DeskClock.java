package org.lanyard.desk;

import java.time.Duration;

/** Time as keys and pauses on the screen see it, handed in so that a test can put it forward. On the FX thread. */
public interface DeskClock {

    /** Monotonic, in nanoseconds. */
    long nanoTime();

    Pause after(Duration delay, Runnable action);

    Pause eachFrame(Runnable action);

    interface Pause {

        Pause NONE = () -> {};

        void cancel();
    }
}
