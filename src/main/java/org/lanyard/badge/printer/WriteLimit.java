package org.lanyard.badge.printer;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Ends a socket that takes too long: writing to one has no time limit of its own. */
record WriteLimit(Duration patience) {

    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("printer-limit").factory());

    Running start(Socket socket) {
        return new Running(TIMER.schedule(() -> end(socket), patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    record Running(ScheduledFuture<?> end) implements AutoCloseable {

        @Override
        public void close() {
            end.cancel(false);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // closed is what it was meant to be
        }
    }
}
