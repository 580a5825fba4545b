package org.lanyard.desk;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that must not hold up the window: done in the background, its result handed back on the FX thread. */
public final class Background {

    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private final Executor background;
    private final Words words;

    public Background(Executor background, Words words) {
        this.background = background;
        this.words = words;
    }

    public void prepare(Runnable work) {
        run(() -> {
            work.run();
            return true;
        }, _ -> {}, _ -> {});
    }

    /**
     * Does nothing when the station is closing.
     *
     * @param failed told one plain sentence, on the FX thread, if the work could not be done
     */
    public <T> void run(Supplier<T> work, Consumer<T> done, Consumer<String> failed) {
        FxThread.check();
        try {
            CompletableFuture.supplyAsync(work, background).whenCompleteAsync((result, failure) -> {
                if (failure == null) {
                    done.accept(result);
                } else {
                    failed.accept(words.why(failure));
                }
            }, Platform::runLater);
        } catch (RejectedExecutionException closing) {
            LOG.debug("the station is closing", closing);
        }
    }
}
