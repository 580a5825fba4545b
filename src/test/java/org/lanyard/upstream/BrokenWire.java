package org.lanyard.upstream;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A wire to a port of this machine; once broken, what comes back over it is no longer what was sent. */
final class BrokenWire implements AutoCloseable {

    /** Application data by its first bytes, which nobody can have encrypted. */
    private static final byte[] NO_RECORD = new byte[5 + 32];

    static {
        NO_RECORD[0] = 0x17;
        NO_RECORD[1] = 3;
        NO_RECORD[2] = 3;
        NO_RECORD[4] = 32;
    }

    private final ServerSocket here;
    private final int there;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean broken;

    BrokenWire(int there) {
        this.there = there;
        try {
            here = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        threads.submit(this::accept);
    }

    int port() {
        return here.getLocalPort();
    }

    void broken(boolean now) {
        broken = now;
    }

    private Void accept() throws IOException {
        while (!here.isClosed()) {
            Socket client = here.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), there);
            threads.submit(() -> carry(client, server, false));
            threads.submit(() -> carry(server, client, true));
        }
        return null;
    }

    private Void carry(Socket from, Socket to, boolean breaks) throws IOException {
        try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            byte[] bytes = new byte[1 << 14];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                out.write(breaks && broken ? NO_RECORD : bytes, 0, breaks && broken ? NO_RECORD.length : read);
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        here.close();
        threads.shutdownNow();
    }
}
