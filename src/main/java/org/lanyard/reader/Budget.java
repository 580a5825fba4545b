package org.lanyard.reader;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** The time a caller gives: of this thread's processor, so that a busy machine reads no worse than an idle one. */
final class Budget {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long end;

    private Budget(long end) {
        this.end = end;
    }

    static Budget ofMillis(double millis) {
        return new Budget(THREADS.getCurrentThreadCpuTime() + (long) (millis * 1e6));
    }

    boolean spent() {
        return THREADS.getCurrentThreadCpuTime() - end >= 0;
    }
}
