package org.lanyard.desk.setup;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.lanyard.scan.NotPossible;

/** Progress of one reading or import. Counts and cancels from any thread. */
final class ImportTask {

    private final AtomicLong rows = new AtomicLong();
    private final AtomicBoolean cancelled = new AtomicBoolean();

    /** @throws NotPossible once it was cancelled */
    void count(long rowsSoFar) {
        rows.set(rowsSoFar);
        goOn();
    }

    void goOn() {
        if (cancelled.get()) {
            throw new NotPossible(new CancellationException(), "roster.broken-off");
        }
    }

    long rows() {
        return rows.get();
    }

    void cancel() {
        cancelled.set(true);
    }
}
