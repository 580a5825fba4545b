package org.lanyard.badge.printer;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * A Brother QL printer on loopback. It says nothing on its raw port, reads one command after the other across connections, as
 * the real one does, and prints what it understood: bytes that are no command are a fault of the station, and told by
 * {@link #nonsense}.
 */
public final class FakeBrother implements AutoCloseable {

    /** The faults that such a printer has; without paper it takes a label and keeps it to itself. */
    public enum Mood {
        READY, PAPER_OUT, HANGS, LATE, DROPS_IN_THE_MIDDLE
    }

    private static final int PINS = 720;
    private static final int MIDDLE = 2000;

    private final ServerSocket server;
    private final List<BufferedImage> labels = new CopyOnWriteArrayList<>();
    private final List<String> nonsense = new CopyOnWriteArrayList<>();
    private final List<byte[]> lines = new ArrayList<>();
    private final CountDownLatch goesOn = new CountDownLatch(1);
    public volatile Mood mood = Mood.READY;

    public FakeBrother() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The labels that came out, as the head burnt them. */
    public List<BufferedImage> labels() {
        return labels;
    }

    public List<String> nonsense() {
        return nonsense;
    }

    /** Ends the waiting of {@link Mood#HANGS} and {@link Mood#LATE}. */
    public void goOn() {
        goesOn.countDown();
    }

    /** One connection after the other: the real printer has one place. */
    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                if (mood == Mood.HANGS || mood == Mood.LATE) {
                    goesOn.await();
                }
                read(new Bytes(socket.getInputStream()), socket);
            } catch (IOException | InterruptedException end) {
                // the station went away, or the printer is switched off
            }
        }
    }

    private void read(Bytes in, Socket socket) throws IOException {
        for (int each = in.next(); each >= 0; each = in.next()) {
            if (mood == Mood.DROPS_IN_THE_MIDDLE && in.read > MIDDLE) {
                socket.setSoLinger(true, 0);
                return;
            }
            switch (each) {
                case 0 -> lines.clear();                   // ends whatever was cut off
                case 0x1B -> escape(in);
                case 'g' -> {
                    in.skip(1);
                    lines.add(in.take(in.next()));
                }
                case 'Z' -> lines.add(new byte[PINS / 8]);
                case 0x1A -> print();
                default -> nonsense.add("byte " + each + " at " + in.read);
            }
        }
    }

    private void escape(Bytes in) throws IOException {
        int command = in.next();
        if (command == '@') {
            lines.clear();
        } else if (command == 'i') {
            int what = in.next();
            switch (what) {
                case 'a', 'M', 'A', 'K' -> in.skip(1);
                case 'd' -> in.skip(2);
                case 'z' -> in.skip(10);
                default -> nonsense.add("ESC i " + (char) what);
            }
        } else {
            nonsense.add("ESC " + command);
        }
    }

    /** Pin 0 is at the right. */
    private void print() {
        if (mood == Mood.PAPER_OUT) {
            return;
        }
        BufferedImage tape = new BufferedImage(PINS, Math.max(1, lines.size()), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < lines.size(); y++) {
            for (int pin = 0; pin < PINS; pin++) {
                boolean black = (lines.get(y)[pin / 8] & 0x80 >> pin % 8) != 0;
                tape.setRGB(PINS - 1 - pin, y, black ? 0 : 0xFFFFFF);
            }
        }
        labels.add(tape);
        lines.clear();
    }

    @Override
    public void close() throws IOException {
        goOn();
        server.close();
    }

    private static final class Bytes {

        private final InputStream in;
        private int read;

        Bytes(InputStream in) {
            this.in = in;
        }

        int next() throws IOException {
            read++;
            return in.read();
        }

        void skip(int bytes) throws IOException {
            take(bytes);
        }

        byte[] take(int bytes) throws IOException {
            read += bytes;
            byte[] taken = in.readNBytes(bytes);
            if (taken.length < bytes) {
                throw new IOException("cut off");
            }
            return taken;
        }
    }
}
