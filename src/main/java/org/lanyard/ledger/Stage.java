package org.lanyard.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/**
 * One thread and its queue. Whatever is waiting when the thread is free is its next batch, in the order of arrival.
 * All methods may be called from any thread but its own.
 */
final class Stage<J> implements AutoCloseable {

    private static final int QUEUE = 4096;
    private static final int LARGEST_BATCH = 512;

    private final Consumer<List<J>> work;
    private final BlockingQueue<Optional<J>> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread thread;

    /** @param work done with each batch; it throws nothing */
    Stage(String name, Consumer<List<J>> work) {
        this.work = work;
        this.thread = Thread.ofPlatform().name(name).start(this::loop);
    }

    /** Waits while too many are waiting already. Nothing may follow {@link #close}. */
    void put(J job) {
        uninterrupted(() -> queue.put(Optional.of(job)));
    }

    boolean isCurrentThread() {
        return Thread.currentThread() == thread;
    }

    @Override
    public void close() {
        if (thread.isAlive()) {
            uninterrupted(() -> queue.put(Optional.empty()));
        }
        uninterrupted(thread::join);
    }

    @FunctionalInterface
    private interface Wait {

        void run() throws InterruptedException;
    }

    // Waits to the end; who is interrupted meanwhile still is so afterwards.
    private static void uninterrupted(Wait wait) {
        boolean interrupted = false;
        while (true) {
            try {
                wait.run();
                break;
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        List<Optional<J>> waiting = new ArrayList<>(LARGEST_BATCH);
        boolean last = false;
        while (!last) {
            try {
                waiting.add(queue.take());
            } catch (InterruptedException ignored) {
                continue;
            }
            queue.drainTo(waiting, LARGEST_BATCH - 1);
            last = waiting.getLast().isEmpty();
            List<J> batch = waiting.stream().flatMap(Optional::stream).toList();
            if (!batch.isEmpty()) {
                work.accept(batch);
            }
            waiting.clear();
        }
    }
}
