package org.lanyard.ledger;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.lanyard.scan.StationFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. A batch is whatever is waiting: each piece of work in its own savepoint, one commit, and
 * nobody is answered before it. While others wait, a second thread answers: waking many takes as long as a commit.
 */
final class Writer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    private final Db db;
    private final DatabaseFile file;
    private final AtomicLong commits;
    private final AtomicInteger unanswered = new AtomicInteger();
    private final Stage<List<Job<?>>> answering = new Stage<>("ledger-answers", this::answer);
    private final Stage<Job<?>> writing = new Stage<>("ledger-writer", this::commit);
    private boolean closed;

    /** @param file looked at before each commit: a record in a file without a name is lost */
    Writer(Db db, DatabaseFile file, AtomicLong commits) {
        this.db = db;
        this.file = file;
        this.commits = commits;
    }

    <T> CompletableFuture<T> write(Work<T> work) {
        if (writing.isCurrentThread() || answering.isCurrentThread()) {
            throw new IllegalStateException("the writer cannot wait for itself");
        }
        Job<T> job = new Job<>(work);
        synchronized (this) {
            if (closed) {
                return CompletableFuture.failedFuture(new StationFault("closing.unrecorded"));
            }
            unanswered.incrementAndGet();
            writing.put(job);
        }
        return job.future();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        writing.close();
        answering.close();
    }

    private void commit(List<Job<?>> batch) {
        try {
            db.begin();
            for (Job<?> job : batch) {
                job.run(db);
            }
            file.check();
            db.run("COMMIT");
            commits.incrementAndGet();
        } catch (Throwable failure) {
            rollBack();
            StationFault fault = Faults.of(failure);
            LOG.error("a batch of {} could not be committed", batch.size(), failure);
            batch.forEach(job -> job.lost(fault));
        }
        boolean nobodyElse = unanswered.compareAndSet(batch.size(), 0);
        if (nobodyElse) {
            batch.forEach(Job::answer);
        } else {
            answering.put(batch);
        }
    }

    private void answer(List<List<Job<?>>> batches) {
        for (List<Job<?>> batch : batches) {
            batch.forEach(Job::answer);
            unanswered.addAndGet(-batch.size());
        }
    }

    private void rollBack() {
        try {
            db.run("ROLLBACK");
        } catch (SQLException gone) {
            LOG.debug("no transaction was left to roll back", gone);
        }
    }
}
