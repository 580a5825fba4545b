package org.lanyard.desk;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import org.testfx.util.WaitForAsyncUtils;

/** A keyboard of the machine: its keys come by the way of real ones, in real time, whichever window is in front. */
final class Keyboard {

    /** From key to key of a fast wand. */
    private static final long WANDS_PACE = TimeUnit.MILLISECONDS.toNanos(2);

    private Robot robot;

    Keyboard() {
        onFx(() -> robot = new Robot());
    }

    /** A wand's code and its Enter, two milliseconds a key; posted from this thread, which is not the window's. */
    void wand(String code) {
        long next = System.nanoTime();
        for (char c : (code + "\n").toCharArray()) {
            post(key(c));
            next += WANDS_PACE;
            while (System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
    }

    /** Struck and let go, as soon as what was posted before is done; not waited for. */
    void post(KeyCode key) {
        Platform.runLater(() -> stroke(key));
    }

    /** Each as soon as the one before it. */
    void post(String keys) {
        keys.chars().forEach(c -> post(key((char) c)));
    }

    /** Struck and let go. */
    void press(KeyCode key) {
        onFx(() -> stroke(key));
    }

    void press(KeyCode held, KeyCode key) {
        onFx(() -> {
            robot.keyPress(held);
            stroke(key);
            robot.keyRelease(held);
        });
    }

    /** By hand, each key alone. */
    void type(String text) throws java.util.concurrent.TimeoutException {
        for (char c : text.toCharArray()) {
            long start = System.nanoTime();
            press(key(c));
            WaitForAsyncUtils.waitFor(2, TimeUnit.SECONDS,
                    () -> System.nanoTime() - start > TimeUnit.MILLISECONDS.toNanos(120));
        }
    }

    private void stroke(KeyCode key) {
        robot.keyPress(key);
        robot.keyRelease(key);
    }

    private static KeyCode key(char c) {
        return c == ' ' ? KeyCode.SPACE
                : c == '\n' ? KeyCode.ENTER : KeyCode.getKeyCode(String.valueOf(c).toUpperCase(Locale.ROOT));
    }

    private static void onFx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(5000, work);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
