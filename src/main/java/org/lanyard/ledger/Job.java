package org.lanyard.ledger;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.StationFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One piece of work on its way through the writer, and whoever waits for it. */
final class Job<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Job.class);

    private final Work<T> work;
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private @Nullable T result;
    private @Nullable Throwable failure;

    Job(Work<T> work) {
        this.work = work;
    }

    CompletableFuture<T> future() {
        return future;
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

    // A full or broken disk ends the whole transaction: then what broke it is the reason to give, not that it ended.
    private void undo(Db db) throws SQLException {
        try {
            db.undo();
        } catch (SQLException lost) {
            throw failure instanceof SQLException reason ? reason : lost;
        }
    }

    void lost(StationFault fault) {
        failure = fault;
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
