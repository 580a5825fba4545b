package org.lanyard.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;

/** The desk's time, which a test puts forward; it also goes on by itself unless it is stopped. On the FX thread. */
public final class TestClock implements DeskClock {

    private static final Duration FRAME = Duration.ofMillis(16);

    private final List<Due> waiting = new ArrayList<>();
    private final List<Runnable> frames = new ArrayList<>();
    private final long start = System.nanoTime();
    private AnimationTimer own;
    private boolean goesOn;
    private long ahead;
    private long nextFrame;

    private record Due(long at, Runnable action) {}

    /** @param goesOn by itself, as fast as a real one; else only {@link #pass} puts it forward */
    public TestClock(boolean goesOn) {
        this.goesOn = goesOn;
        if (goesOn) {
            own = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    frame();
                }
            };
            own.start();
        }
    }

    @Override
    public long nanoTime() {
        return (goesOn ? System.nanoTime() : start) + ahead;
    }

    @Override
    public Pause after(Duration delay, Runnable action) {
        Due due = new Due(nanoTime() + delay.toNanos(), action);
        waiting.add(due);
        return () -> waiting.removeIf(each -> each == due);
    }

    @Override
    public Pause eachFrame(Runnable action) {
        frames.add(action);
        return () -> frames.remove(action);
    }

    private void frame() {
        List<Due> due = waiting.stream().filter(each -> each.at() <= nanoTime()).toList();
        waiting.removeAll(due);
        due.forEach(each -> each.action().run());
        List.copyOf(frames).forEach(Runnable::run);
    }

    /** Puts the clock forward, frame by frame. */
    public void pass(Duration length) {
        long end = ahead + length.toNanos();
        while (ahead < end) {
            ahead = Math.min(end, ahead + FRAME.toNanos());
            frame();
        }
    }

    /** From now on it does not go on by itself. */
    public void stop() {
        if (goesOn) {
            ahead = nanoTime() - start;
            goesOn = false;
            own.stop();
        }
    }

    /** Puts the clock forward to a moment that need not be a frame's; frames come as often as a real window's. */
    public void advance(long nanos) {
        long end = ahead + nanos;
        nextFrame = Math.max(nextFrame, ahead);
        while (nextFrame <= end) {
            ahead = Math.max(ahead, nextFrame);
            frame();
            nextFrame += FRAME.toNanos();
        }
        ahead = end;
    }

    /** Puts the clock forward within a frame. */
    public void step(Duration length) {
        ahead += length.toNanos();
    }
}
