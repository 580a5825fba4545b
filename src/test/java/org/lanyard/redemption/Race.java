package org.lanyard.redemption;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many threads that do the same thing at the same instant, round after round. */
public final class Race {

    private Race() {}

    /** What one of them does in a round. */
    @FunctionalInterface
    public interface Runner {

        void run(int thread, int round);
    }

    /** Returns when every round is over; throws the first failure of any of them. */
    public static void run(int threads, int rounds, Runner runner) throws InterruptedException {
        CyclicBarrier start = new CyclicBarrier(threads);
        try (ExecutorService all = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                running.add(all.submit(() -> rounds(start, thread, rounds, runner)));
            }
            try {
                for (Future<?> one : running) {
                    one.get();
                }
            } catch (ExecutionException failure) {
                all.shutdownNow();
                throw new AssertionError("a thread of the race failed", failure.getCause());
            }
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
