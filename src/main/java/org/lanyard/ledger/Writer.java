package org.lanyard.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.StationFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. A batch is whatever is waiting: each piece of work in its own savepoint, one commit, and
 * nobody is answered before it.
 */
final class Writer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final int QUEUE = 4096;
    private static final int LARGEST_BATCH = 512;

    private final Db db;
    private final DatabaseFile file;
    private final AtomicLong commits;
    private final BlockingQueue<Job<?>> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread thread;
    private boolean closed;

    /** @param file looked at before each commit: a record in a file without a name is lost */
    Writer(Db db, DatabaseFile file, AtomicLong commits) {
        this.db = db;
        this.file = file;
        this.commits = commits;
        this.thread = Thread.ofPlatform().name("ledger-writer").start(this::loop);
    }

    <T> CompletableFuture<T> write(Work<T> work) {
        Job<T> job = new Job<>(work);
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException("the writer cannot wait for itself");
        }
        synchronized (this) {
            if (closed) {
                return CompletableFuture.failedFuture(new StationFault("The station is closing; nothing was recorded."));
            }
            put(job);
        }
        return job.future;
    }

    /** Finishes what was accepted, then ends. */
    @Override
    public void close() {
        synchronized (this) {
            if (!closed) {
                closed = true;
                put(new Job<>(null));
            }
        }
        uninterrupted(thread::join);
    }

    private void put(Job<?> job) {
        uninterrupted(() -> queue.put(job));
    }

    @FunctionalInterface
    private interface Wait {

        void run() throws InterruptedException;
    }

    /** Waits to the end; who is interrupted meanwhile still is so afterwards. */
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
        List<Job<?>> batch = new ArrayList<>(LARGEST_BATCH);
        boolean last = false;
        while (!last) {
            try {
                batch.add(queue.take());
            } catch (InterruptedException ignored) {
                continue;
            }
            queue.drainTo(batch, LARGEST_BATCH - 1);
            last = batch.getLast().work == null;
            if (last) {
                batch.removeLast();
            }
            commit(batch);
            batch.clear();
        }
    }

    private void commit(List<Job<?>> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            db.run("BEGIN IMMEDIATE");
            for (Job<?> job : batch) {
                job.run(db);
            }
            file.check();
            db.run("COMMIT");
        } catch (Throwable failure) {
            rollBack();
            StationFault fault = Faults.of(failure);
            LOG.error("a batch of {} could not be committed", batch.size(), failure);
            batch.forEach(job -> job.future.completeExceptionally(fault));
            return;
        }
        commits.incrementAndGet();
        batch.forEach(Job::answer);
    }

    private void rollBack() {
        try {
            db.run("ROLLBACK");
        } catch (SQLException gone) {
            LOG.debug("no transaction was left to roll back", gone);
        }
    }

    /** One piece of work and whoever waits for it. */
    private static final class Job<T> {

        private final Work<T> work;
        private final CompletableFuture<T> future = new CompletableFuture<>();
        private T result;
        private Throwable failure;

        Job(Work<T> work) {
            this.work = work;
        }

        /** Fails alone; throws only when the whole transaction is lost. */
        void run(Db db) throws SQLException {
            db.run("SAVEPOINT work");
            try {
                result = work.run(db);
            } catch (Throwable thrown) {
                failure = thrown;
                undo(db);
            }
            db.run("RELEASE work");
        }

        /** A full or broken disk ends the whole transaction: then what broke it is the reason to give, not that it ended. */
        private void undo(Db db) throws SQLException {
            try {
                db.run("ROLLBACK TO work");
            } catch (SQLException lost) {
                throw failure instanceof SQLException reason ? reason : lost;
            }
        }

        void answer() {
            if (failure == null) {
                future.complete(result);
                return;
            }
            if (!(failure instanceof NotPossible || failure instanceof StationFault)) {
                LOG.error("a piece of work failed", failure);
            }
            future.completeExceptionally(failure instanceof NotPossible ? failure : Faults.of(failure));
        }
    }
}
