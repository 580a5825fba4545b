package org.lanyard.reader.frame;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * CPU time of the calling thread, so that a busy machine reads as much as an idle one. Loops over more than some thousand
 * pixels call {@link #check()} once a row: before compilation a row takes about a millisecond.
 */
public final class Budget {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long end;
    private long checkAgain = System.nanoTime();

    private Budget(long end) {
        this.end = end;
    }

    /** Ends the work under way when the time is over; carries no stack trace. */
    public static final class Spent extends RuntimeException {

        private static final long serialVersionUID = 1;
        static final Spent SIGNAL = new Spent();

        private Spent() {
            super("the time for this frame is over", null, false, false);
        }
    }

    public static Budget ofMillis(double millis) {
        return new Budget(THREADS.getCurrentThreadCpuTime() + (long) (millis * 1e6));
    }

    public void check() throws Spent {
        long now = System.nanoTime();
        if (now - checkAgain < 0) {
            return;
        }
        long left = end - THREADS.getCurrentThreadCpuTime();
        if (left <= 0) {
            throw Spent.SIGNAL;
        }
        // CPU time passes no faster than the clock, and reading the clock costs a thirtieth
        checkAgain = now + left;
    }
}
