package org.lanyard.desk;

import java.time.Duration;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;

public final class FxClock implements DeskClock {

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Pause after(Duration delay, Runnable action) {
        PauseTransition transition = new PauseTransition(javafx.util.Duration.millis(delay.toMillis()));
        transition.setOnFinished(_ -> action.run());
        transition.play();
        return transition::stop;
    }

    @Override
    public Pause eachFrame(Runnable action) {
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                action.run();
            }
        };
        timer.start();
        return timer::stop;
    }
}
