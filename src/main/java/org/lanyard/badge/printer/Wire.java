package org.lanyard.badge.printer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A printer's raw port, 9100 as a rule. Connecting, writing and reading each end after a time. */
final class Wire implements AutoCloseable {

    private final Socket socket = new Socket();
    private final WriteLimit limit;

    private Wire(WriteLimit limit) {
        this.limit = limit;
    }

    static Wire open(String host, int port, Duration patience) throws IOException {
        Wire wire = new Wire(new WriteLimit(patience));
        try {
            wire.socket.connect(new InetSocketAddress(host, port), (int) patience.toMillis());
            wire.socket.setSoTimeout((int) patience.toMillis());
            return wire;
        } catch (IOException unreachable) {
            wire.close();
            throw unreachable;
        }
    }

    void send(byte[] bytes) throws IOException {
        try (WriteLimit.Running _ = limit.start(socket)) {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }
    }

    /** Asks and reads until the answer has this many ETX characters. */
    String ask(String question, int ends) throws IOException {
        try (WriteLimit.Running _ = limit.start(socket)) {
            socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
            StringBuilder answer = new StringBuilder();
            int seen = 0;
            while (seen < ends && answer.length() < 1000) {
                int each = socket.getInputStream().read();
                if (each < 0) {
                    throw new IOException("the printer closed the connection");
                }
                seen += each == 3 ? 1 : 0;
                answer.append((char) each);
            }
            return answer.toString();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            // it is of no use any more, whichever way it ended
        }
    }
}
