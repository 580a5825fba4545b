package org.lanyard.badge.job;

import java.time.Duration;

/** Wakes everybody who waits; whoever comes later waits for the next ring. */
final class Bell {

    private long rings;

    synchronized void ring() {
        rings++;
        notifyAll();
    }

    synchronized long rings() {
        return rings;
    }

    /**
     * Waits until it has rung more often than {@code heard}.
     *
     * @return false when the thread was interrupted
     */
    synchronized boolean await(long heard, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        try {
            for (long left = longest.toMillis(); rings == heard && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }
}
