package org.lanyard.upstream;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds back answers whose work is done, until the test opens it or its time is over; once open it stays open. */
public final class ServedHold {

    /** No test waits longer, whatever went wrong. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);
    private final Duration atMost;

    private ServedHold(Duration atMost) {
        this.atMost = atMost;
    }

    public static ServedHold untilOpened() {
        return new ServedHold(PATIENCE);
    }

    public static ServedHold lasting(Duration time) {
        return new ServedHold(time);
    }

    /** Waits until an answer is being held: the server has done the work, and the client does not know. */
    public void awaitArrival() throws InterruptedException {
        if (!arrived.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("nothing was asked that would be held");
        }
    }

    public void open() {
        opened.countDown();
    }

    /** @return whether it was opened, and did not run out */
    boolean hold() throws InterruptedException {
        arrived.countDown();
        return opened.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }
}
