package org.lanyard.reader;

/** The time a caller gives. */
final class Budget {

    private final long end;

    private Budget(long end) {
        this.end = end;
    }

    static Budget ofMillis(double millis) {
        return new Budget(System.nanoTime() + (long) (millis * 1e6));
    }

    boolean spent() {
        return System.nanoTime() - end >= 0;
    }
}
