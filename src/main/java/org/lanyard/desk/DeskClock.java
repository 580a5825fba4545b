package org.lanyard.desk;

import java.time.Duration;

/** Time as keys and pauses on the screen see it, handed in so that a test can put it forward. On the FX thread. */
public interface DeskClock {

    /** Monotonic, in nanoseconds. */
    long nanoTime();

    /** Runs the action once after the delay, unless it is cancelled before. */
    Pause after(Duration delay, Runnable action);

    /** Runs the action at each frame that is painted, until it is cancelled. */
    Pause eachFrame(Runnable action);

    /** Something that will happen unless it is cancelled. */
    interface Pause {

        Pause NONE = () -> {};

        void cancel();
    }
}
