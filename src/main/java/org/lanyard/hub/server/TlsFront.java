package org.lanyard.hub.server;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.lanyard.scan.NotPossible;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends TLS in front of a PostgreSQL server that listens on the loopback only. Answers PostgreSQL's own request for TLS; who
 * does not ask for it is turned away.
 */
final class TlsFront implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TlsFront.class);
    private static final int WAITING = 64;
    private static final int HANDSHAKE_MILLISECONDS = 5000;
    // Messages SSLRequest and GSSENCRequest of PostgreSQL's protocol: a length of 8, then their codes.
    private static final int REQUEST_LENGTH = 8;
    private static final int TLS_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;
    private static final int BUFFER = 16 * 1024;

    private final ServerSocket door;
    private final SSLSocketFactory tls;
    private final int serverPort;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private TlsFront(ServerSocket door, SSLSocketFactory tls, int serverPort) {
        this.door = door;
        this.tls = tls;
        this.serverPort = serverPort;
    }

    /**
     * @param serverPort of the server on the loopback
     * @throws NotPossible where nothing can listen at this address
     */
    static TlsFront open(SSLContext context, InetSocketAddress address, int serverPort) {
        try {
            ServerSocket door = new ServerSocket(address.getPort(), WAITING, address.getAddress());
            TlsFront front = new TlsFront(door, context.getSocketFactory(), serverPort);
            front.threads.execute(front::accept);
            return front;
        } catch (IOException taken) {
            throw new NotPossible(taken, "hub.server.port", address.getAddress().getHostAddress(),
                    Integer.toString(address.getPort()));
        }
    }

    int port() {
        return door.getLocalPort();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                open.add(client);
                threads.execute(() -> serve(client));
            } catch (IOException failure) {
                if (!door.isClosed()) {
                    LOG.warn("a connection was not accepted: {}", failure.getMessage());
                }
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                SSLSocket secured = handshake(client);
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            open.add(server);
            server.setTcpNoDelay(true);
            threads.execute(() -> copy(server, secured));
            copy(secured, server);
            open.remove(server);
        } catch (IOException failure) {
            LOG.info("a connection of {} ended: {}", client.getInetAddress().getHostAddress(), failure.getMessage());
        } finally {
            open.remove(client);
        }
    }

    private SSLSocket handshake(Socket client) throws IOException {
        client.setSoTimeout(HANDSHAKE_MILLISECONDS);
        client.setTcpNoDelay(true);
        client.setKeepAlive(true);
        int request = request(client);
        if (request == GSS_REQUEST) {
            client.getOutputStream().write('N');
            request = request(client);
        }
        if (request != TLS_REQUEST) {
            throw new IOException("no TLS was asked for");
        }
        client.getOutputStream().write('S');
        SSLSocket secured = (SSLSocket) tls.createSocket(client, InputStream.nullInputStream(), true);
        secured.startHandshake();
        client.setSoTimeout(0);
        return secured;
    }

    private static int request(Socket client) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        return in.readInt() == REQUEST_LENGTH ? in.readInt() : 0;
    }

    // Until one side ends; then both are closed.
    private static void copy(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try (from; to) {
            for (int count = from.getInputStream().read(buffer); count >= 0; count = from.getInputStream().read(buffer)) {
                to.getOutputStream().write(buffer, 0, count);
                to.getOutputStream().flush();
            }
        } catch (IOException ended) {
            LOG.debug("a connection ended: {}", ended.getMessage());
        }
    }

    @Override
    public void close() {
        closeQuietly(door);
        open.forEach(TlsFront::closeQuietly);
        threads.close();
    }

    private static void closeQuietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException ended) {
            LOG.debug("closing: {}", ended.getMessage());
        }
    }
}
