package org.lanyard.desk;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/** Work that must not hold up the window: done in the background, its result handed back on the FX thread. */
public final class Background {

    private final Executor background;
    private final Words words;

    /** @param words in which a failure is told */
    public Background(Executor background, Words words) {
        this.background = background;
        this.words = words;
    }

    /** @param failed told one plain sentence, on the FX thread, where the work could not be done */
    public <T> void run(Supplier<T> work, Consumer<T> done, Consumer<String> failed) {
        CompletableFuture.supplyAsync(work, background).whenCompleteAsync((result, failure) -> {
            if (failure == null) {
                done.accept(result);
            } else {
                failed.accept(words.why(failure));
            }
        }, Platform::runLater);
    }
}
