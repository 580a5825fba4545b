package org.lanyard.badge.printer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A printer's raw port, 9100 as a rule. No step waits longer than the patience for the printer to take or give the next bytes. */
final class Wire implements AutoCloseable {

    private static final int LONGEST_ANSWER = 1000;

    private final SocketChannel channel;
    private final Selector selector;
    private final Duration patience;

    private Wire(SocketChannel channel, Selector selector, Duration patience) {
        this.channel = channel;
        this.selector = selector;
        this.patience = patience;
    }

    static Wire open(String host, int port, Duration patience) throws IOException {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new IOException("no address for " + host);
        }
        Wire wire = new Wire(SocketChannel.open(), Selector.open(), patience);
        try {
            wire.channel.configureBlocking(false);
            wire.channel.register(wire.selector, 0);
            if (!wire.channel.connect(address)) {
                wire.await(SelectionKey.OP_CONNECT);
                wire.channel.finishConnect();
            }
            return wire;
        } catch (IOException unreachable) {
            wire.close();
            throw unreachable;
        }
    }

    void send(byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            if (channel.write(rest) == 0) {
                await(SelectionKey.OP_WRITE);
            }
        }
    }

    /** Asks, and reads until the answer has this many ETX characters. */
    String ask(String question, int ends) throws IOException {
        send(question.getBytes(StandardCharsets.US_ASCII));
        StringBuilder answer = new StringBuilder();
        ByteBuffer taken = ByteBuffer.allocate(LONGEST_ANSWER);
        while (answer.chars().filter(each -> each == 3).count() < ends && answer.length() < LONGEST_ANSWER) {
            await(SelectionKey.OP_READ);
            if (channel.read(taken.clear()) < 0) {
                throw new IOException("the printer closed the connection");
            }
            answer.append(StandardCharsets.ISO_8859_1.decode(taken.flip()));
        }
        return answer.toString();
    }

    private void await(int readiness) throws IOException {
        channel.keyFor(selector).interestOps(readiness);
        if (selector.select(patience.toMillis()) == 0) {
            throw new SocketTimeoutException("the printer did not go on in time");
        }
        selector.selectedKeys().clear();
    }

    @Override
    public void close() {
        try (channel; selector) {
            // nothing is left to do with either
        } catch (IOException gone) {
            // it is of no use any more, whichever way it ended
        }
    }
}
