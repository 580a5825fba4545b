package org.lanyard.desk.wand;

import java.time.Duration;
import org.lanyard.desk.DeskClock;

/**
 * Time in which the window was not busy. While it was, keys were waiting, and that they came late says nothing of who
 * struck them. Runs from a key on until {@link #stop}.
 */
final class AwakeTime {

    // The most that counts from frame to frame.
    private static final Duration LONGEST_FRAME = Duration.ofMillis(30);

    // A window that was busy for so long gets a key late.
    private static final Duration LATE = Duration.ofMillis(5);

    private final DeskClock clock;
    private final Runnable eachFrame;
    private DeskClock.Pause frames = DeskClock.Pause.NONE;
    private boolean running;
    private long elapsed;
    private long offset;
    private long lost;
    private long lastFrame;
    private long lastKey;
    private int framesSince;

    AwakeTime(DeskClock clock, Runnable eachFrame) {
        this.clock = clock;
        this.eachFrame = eachFrame;
    }

    long now() {
        return running ? elapsed + Math.min(clock.nanoTime() - lastFrame, LONGEST_FRAME.toNanos()) : elapsed;
    }

    /** True where the window was busy since this was asked last: a key of this moment came late. */
    boolean late() {
        long before = lost;
        lost = clock.nanoTime() - offset - now();
        return lost - before > LATE.toNanos();
    }

    void struck() {
        lastKey = clock.nanoTime();
        framesSince = 0;
        if (!running) {
            running = true;
            lastFrame = lastKey;
            offset = lastKey - elapsed;
            lost = 0;
            frames = clock.eachFrame(this::frame);
        }
    }

    private void frame() {
        elapsed = now();
        lastFrame = clock.nanoTime();
        framesSince++;
        eachFrame.run();
    }

    /** Silence of at least this long, and so many frames that no key is waiting any more. */
    boolean silentFor(Duration length, int leastFrames) {
        return lastFrame - lastKey >= length.toNanos() && framesSince >= leastFrames;
    }

    void stop() {
        running = false;
        frames.cancel();
        frames = DeskClock.Pause.NONE;
    }
}
