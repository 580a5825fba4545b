package org.lanyard.desk;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.StationFault;

/** Work that must not hold up the window: done aside, its result handed back on the FX thread. */
public final class Aside {

    private final Executor background;

    public Aside(Executor background) {
        this.background = background;
    }

    /** @param failed told one plain sentence, on the FX thread, where the work could not be done */
    public <T> void run(Supplier<T> work, Consumer<T> done, Consumer<String> failed) {
        CompletableFuture.supplyAsync(work, background).whenCompleteAsync((result, failure) -> {
            if (failure == null) {
                done.accept(result);
            } else {
                failed.accept(sentence(failure));
            }
        }, Platform::runLater);
    }

    /** What to tell people of a failure. */
    public static String sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotPossible refused) {
                return refused.getMessage();
            }
        }
        return StationFault.of(failure).getMessage();
    }
}
