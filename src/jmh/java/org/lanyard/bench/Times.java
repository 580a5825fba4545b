package org.lanyard.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Few measurements, and their middle. */
final class Times {

    private Times() {}

    /** Work that may fail on the disk or the database, which ends the run. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** How long it takes, in milliseconds. */
    static double millis(Work work) {
        long start = System.nanoTime();
        try {
            work.run();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    static <T> double median(List<T> measured, ToDoubleFunction<T> what) {
        return median(measured.stream().mapToDouble(what).toArray());
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
