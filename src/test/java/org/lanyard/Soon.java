package org.lanyard;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread or process does, and never for ever. */
public final class Soon {

    /** Longer than whatever a busy machine takes: who waits so long has lost something. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOKS_EVERY = Duration.ofMillis(5).toNanos();

    private Soon() {}

    /** Looks again and again until this is so; when it never is, the test fails with these words. */
    public static void until(String what, BooleanSupplier so) {
        if (!within(PATIENCE, so)) {
            throw new AssertionError("%s: not within %s".formatted(what, PATIENCE));
        }
    }

    public static boolean within(Duration patience, BooleanSupplier so) {
        long end = System.nanoTime() + patience.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(LOOKS_EVERY);
        }
        return true;
    }
}
