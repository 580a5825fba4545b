package org.lanyard.desk;

import com.sun.javafx.tk.Toolkit;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.lanyard.Soon;
import org.testfx.api.FxRobot;

/** Hands work to the FX thread and waits for it and what it led to there; TestFX's own waits a twentieth of a second. */
final class QuickRobot extends FxRobot {

    private static final long PATIENCE_SECONDS = 10;

    @Override
    public FxRobot interact(Runnable work) {
        onFx(work);
        onFx(QuickRobot::layOut);
        return this;
    }

    /** As the next frame would: controls take keys, and have parts to be found, once they were laid out. */
    static void layOut() {
        Toolkit.getToolkit().firePulse();   // styles and lays out what changed; Node.applyCss styles everything anew
    }

    @Override
    public <T> FxRobot interact(Callable<T> work) {
        return interact((Runnable) () -> {
            try {
                work.call();
            } catch (RuntimeException broken) {
                throw broken;
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
        });
    }

    /** Without a frame afterwards. */
    static void onFx(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
            return;
        }
        try {
            CompletableFuture.runAsync(work, Platform::runLater).orTimeout(60, TimeUnit.SECONDS).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed.getCause() instanceof RuntimeException broken ? broken : failed;
        }
    }

    /** Looks again and again until this is so; not on the FX thread. */
    static void until(Callable<Boolean> so) throws TimeoutException {
        until(so, Duration.ofSeconds(PATIENCE_SECONDS));
    }

    static void until(Callable<Boolean> so, Duration patience) throws TimeoutException {
        await(so, patience);
        onFx(() -> {});
    }

    /** As {@link #until}, where no toolkit need be running. */
    static void await(Callable<Boolean> so, Duration patience) throws TimeoutException {
        if (!Soon.within(patience, () -> isSo(so))) {
            throw new TimeoutException("not within " + patience);
        }
    }

    private static boolean isSo(Callable<Boolean> so) {
        try {
            return so.call();
        } catch (RuntimeException broken) {
            throw broken;
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
