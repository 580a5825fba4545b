package org.lanyard.reader;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * The time a caller gives: of this thread's processor, so that a busy machine reads no worse than an idle one. Whoever loops
 * over more than some thousand pixels asks for it, row by row: before anything is compiled a row takes a millisecond.
 */
final class Budget {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long end;
    private long askAgain = System.nanoTime();

    private Budget(long end) {
        this.end = end;
    }

    /** Thrown out of whatever is under way when the time is over; no fault, and without the cost of a stack trace. */
    static final class Spent extends RuntimeException {

        private static final long serialVersionUID = 1;
        static final Spent SIGNAL = new Spent();

        private Spent() {
            super(null, null, false, false);
        }
    }

    static Budget ofMillis(double millis) {
        return new Budget(THREADS.getCurrentThreadCpuTime() + (long) (millis * 1e6));
    }

    /** Goes on while there is time. */
    void ask() throws Spent {
        long now = System.nanoTime();
        if (now - askAgain < 0) {
            return;
        }
        long left = end - THREADS.getCurrentThreadCpuTime();
        if (left <= 0) {
            throw Spent.SIGNAL;
        }
        // a thread's time passes no faster than the clock's, which is asked at a thirtieth of the price
        askAgain = now + left;
    }
}
