package org.lanyard.desk;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import org.testfx.api.FxRobot;

/** Hands work to the FX thread and waits for it and what it led to there; TestFX's own waits a twentieth of a second. */
final class QuickRobot extends FxRobot {

    private static final long PATIENCE_SECONDS = 10;
    private static final long LOOKS_EVERY = TimeUnit.MILLISECONDS.toNanos(2);

    @Override
    public FxRobot interact(Runnable work) {
        onFx(work);
        onFx(() -> {});
        return this;
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

    private static void onFx(Runnable work) {
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
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!isSo(so)) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("not within " + PATIENCE_SECONDS + " s");
            }
            LockSupport.parkNanos(LOOKS_EVERY);
        }
        onFx(() -> {});
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
