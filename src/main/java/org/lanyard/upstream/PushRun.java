package org.lanyard.upstream;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.lanyard.scan.Conference;
import org.lanyard.upstream.DeliveryTable.Waiting;

/**
 * Sends everything that waits, once through: up to four requests of different people at once. A record that fails does
 * not hold up the others.
 */
final class PushRun {

    static final int AT_ONCE = 4;
    // Records that may fail one after the other before the server is left alone for a while.
    private static final int FAILURES_IN_A_ROW = 5;

    private final RecordDelivery delivery;
    private final DeliveryTable table;
    private final Conference conference;
    private PersonQueue queue = new PersonQueue(List.of(), 1);
    private Optional<Trouble> last = Optional.empty();
    private Optional<Trouble> ended = Optional.empty();
    private int failures;
    private long resume;

    PushRun(RecordDelivery delivery, DeliveryTable table, Conference conference) {
        this.delivery = delivery;
        this.table = table;
        this.conference = conference;
    }

    /**
     * Sends and settles. The caller must hold the turn.
     *
     * @param after the record at which the run before this one ended
     * @return what ended it, or what the last record met; empty where all is well
     */
    Optional<Trouble> send(long after) {
        return run(after, true);
    }

    /** Asks about records in doubt, and sends nothing. The caller must hold the turn. */
    void settle() {
        run(0, false);
    }

    /** The record at which the run ended early, so that the next one begins with those behind it; else 0. */
    long resume() {
        return resume;
    }

    private Optional<Trouble> run(long after, boolean sends) {
        table.enrol(conference);
        queue = new PersonQueue(table.waiting(conference, after, sends), AT_ONCE);
        if (queue.isEmpty()) {
            return Optional.empty();
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> workers = IntStream.range(0, AT_ONCE).<Future<?>>mapToObj(_ -> threads.submit(
                    () -> work(sends))).toList();
            workers.forEach(this::join);
        }
        return ended.isPresent() ? ended : last;
    }

    // Interrupted, the requests under way end as in doubt before this returns.
    private void join(Future<?> worker) {
        try {
            worker.get();
        } catch (InterruptedException closing) {
            queue.end();
            worker.cancel(true);
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            queue.end();
            throw failed.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(failed);
        } catch (CancellationException closing) {
            queue.end();
        }
    }

    private void work(boolean sends) {
        Optional<Waiting> next = queue.take();
        while (next.isPresent()) {
            Waiting record = next.get();
            boolean well = false;
            try {
                Optional<Trouble> trouble = delivery.handle(record.seq(), sends);
                well = trouble.isEmpty();
                handled(record, trouble);
            } finally {
                queue.giveBack(record, well);
            }
            next = queue.take();
        }
    }

    private synchronized void handled(Waiting record, Optional<Trouble> trouble) {
        last = trouble;
        failures = trouble.isPresent() ? failures + 1 : 0;
        boolean ends = trouble.filter(PushRun::endsAll).isPresent() || failures == FAILURES_IN_A_ROW;
        if (ends && ended.isEmpty()) {
            ended = trouble;
            resume = queue.isEmpty() ? 0 : record.seq();
            queue.end();
        }
    }

    // The next record would meet the same.
    private static boolean endsAll(Trouble trouble) {
        return trouble.kind() == Trouble.FaultKind.SIGN_IN || trouble.kind() == Trouble.FaultKind.AWAY
                || !trouble.pause().isZero();
    }
}
