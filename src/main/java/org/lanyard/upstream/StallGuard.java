package org.lanyard.upstream;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A download that ends with an IOException, rather than never, once no byte has come for a while. */
public final class StallGuard extends FilterInputStream {

    private final long patienceNanos;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private volatile long lastNanos = System.nanoTime();
    private volatile boolean stalled;

    public StallGuard(InputStream in, Duration patience) {
        super(in);
        this.patienceNanos = patience.toNanos();
        watchAfter(patienceNanos);
    }

    private void watchAfter(long nanos) {
        closed.copy().completeOnTimeout(null, nanos, TimeUnit.NANOSECONDS).thenRun(this::watch);
    }

    private void watch() {
        long left = lastNanos + patienceNanos - System.nanoTime();
        if (closed.isDone()) {
            return;
        }
        if (left > 0) {
            watchAfter(left);
            return;
        }
        stalled = true;
        try {
            in.close();
        } catch (IOException alreadyGone) {
            closed.complete(null);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = in.read(bytes, from, length);
        if (stalled) {
            throw new IOException("the server stopped sending");
        }
        lastNanos = System.nanoTime();
        return read;
    }

    @Override
    public void close() throws IOException {
        closed.complete(null);
        in.close();
    }
}
