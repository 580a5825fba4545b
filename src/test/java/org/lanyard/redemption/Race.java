package org.lanyard.redemption;

import java.util.Queue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Many threads that do the same thing at the same instant, round after round. */
public final class Race {

    private Race() {}

    /** What one of them does in a round. */
    @FunctionalInterface
    public interface Runner {

        void run(int thread, int round);
    }

    /** Returns when every round is over; throws the first failure of any of them, which ends the race for all. */
    public static void run(int threads, int rounds, Runner runner) throws InterruptedException {
        CyclicBarrier start = new CyclicBarrier(threads);
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        try (ExecutorService all = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                int thread = i;
                all.submit(() -> {
                    try {
                        rounds(start, thread, rounds, runner);
                    } catch (Throwable failure) {
                        failures.add(failure);
                        all.shutdownNow();
                    }
                });
            }
        }
        if (!failures.isEmpty()) {
            throw new AssertionError("a thread of the race failed", failures.peek());
        }
    }

    private static void rounds(CyclicBarrier start, int thread, int rounds, Runner runner) {
        for (int round = 0; round < rounds; round++) {
            try {
                start.await();
            } catch (InterruptedException | BrokenBarrierException over) {
                throw new IllegalStateException("another thread of the race failed", over);
            }
            runner.run(thread, round);
        }
    }
}
