package org.lanyard.gate;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Does one thing after the other, in the order of arrival, without holding a thread (R8). */
final class ScanQueue {

    private final Executor executor;
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

    ScanQueue(Executor executor) {
        this.executor = executor;
    }

    synchronized boolean waiting() {
        return !last.isDone();
    }

    /** Begins on the executor once everything before it has ended, well or badly. */
    synchronized <T> CompletableFuture<T> next(Supplier<CompletableFuture<T>> work) {
        CompletableFuture<T> mine = last.handle((_, _) -> work).thenComposeAsync(Supplier::get, executor);
        last = mine;
        return mine;
    }
}
