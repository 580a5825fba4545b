package org.lanyard.hub;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.lanyard.hub.postgres.HubAddress;
import org.lanyard.hub.postgres.HubLogin;

/**
 * A link to a server on this machine that delays, loses one piece in a hundred, and is cut at random. What is under way then
 * waits and arrives afterwards, as a statement that was given up does; at every second cut the connections break.
 */
final class CutLink implements AutoCloseable {

    private static final Duration SENT_AGAIN_AFTER = Duration.ofMillis(200);
    private static final int ONE_IN = 100;
    private static final int PIECE = 16_384;

    private final int server;
    private final Duration delay;
    private final Random random;
    private final ServerSocket entrance;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile CompletableFuture<Boolean> whole = CompletableFuture.completedFuture(true);
    private volatile boolean closed;

    CutLink(int server, Duration delay, Random random) {
        this.server = server;
        this.delay = delay;
        this.random = random;
        try {
            this.entrance = new ServerSocket();
            entrance.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        Thread.startVirtualThread(this::accept);
        Thread.startVirtualThread(this::cutAndHeal);
    }

    /** The same login, over this link. */
    HubLogin to(HubLogin hub) {
        HubAddress at = hub.address();
        return new HubLogin(new HubAddress(at.user(), at.host(), entrance.getLocalPort(), at.database()), Optional.empty(),
                hub.password());
    }

    int cuts() {
        return cuts.get();
    }

    private void accept() {
        while (!closed) {
            try {
                Socket here = entrance.accept();
                Socket there = new Socket(InetAddress.getLoopbackAddress(), server);
                open.add(here);
                open.add(there);
                Thread.startVirtualThread(() -> carry(here, there));
                Thread.startVirtualThread(() -> carry(there, here));
            } catch (IOException gone) {
                return;
            }
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] piece = new byte[PIECE];
        try (from; to) {
            for (int length = from.getInputStream().read(piece); length > 0; length = from.getInputStream().read(piece)) {
                LockSupport.parkNanos(delay.plus(lost() ? SENT_AGAIN_AFTER : Duration.ZERO).toNanos());
                whole.join();
                to.getOutputStream().write(piece, 0, length);
            }
        } catch (IOException broken) {
            open.remove(from);
        }
    }

    private synchronized boolean lost() {
        return random.nextInt(ONE_IN) == 0;
    }

    private synchronized Duration between(int least, int most) {
        return Duration.ofMillis(least + random.nextInt(most - least));
    }

    private void cutAndHeal() {
        while (!closed) {
            LockSupport.parkNanos(between(300, 1500).toNanos());
            CompletableFuture<Boolean> healed = new CompletableFuture<>();
            whole = healed;
            if (cuts.incrementAndGet() % 2 == 0) {
                breakAll();
            }
            LockSupport.parkNanos(between(50, 2500).toNanos());
            healed.complete(true);
        }
    }

    private void breakAll() {
        for (Socket each : open) {
            try {
                each.setSoLinger(true, 0);
                each.close();
            } catch (IOException gone) {
                open.remove(each);
            }
        }
        open.clear();
    }

    @Override
    public void close() {
        closed = true;
        whole.complete(true);
        breakAll();
        try {
            entrance.close();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
