package org.lanyard.badge.printer;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A label printer on loopback, which answers {@code ~HS} and keeps the labels it was sent. */
public final class FakeZebra implements AutoCloseable {

    /** The state that it tells, or the fault that it shows. */
    public enum Mood {
        READY, PAPER_OUT, HEAD_OPEN, RIBBON_OUT, PAUSED, SILENT, NONSENSE, DROPS_IN_THE_MIDDLE
    }

    /** The steps of a label, as the printer sees them. */
    public enum Step {
        STATUS_ASKED, STATUS_TOLD, FIRST_BYTE, HALF_A_LABEL, LABEL_COMPLETE, ASKED_AFTER, TOLD_AFTER
    }

    /** Told before the printer goes on. */
    public volatile Consumer<Step> watcher = _ -> {};

    private static final Pattern LABEL =
            Pattern.compile("\\^XA\\^PW(\\d+)\\^LL(\\d+).*?\\^GFA,\\d+,\\d+,(\\d+),:Z64:([^:]+):");

    private static final int HALF = 1500;

    private final ServerSocket server;
    private final List<String> labels = new CopyOnWriteArrayList<>();
    private final Set<SocketAddress> ended = new HashSet<>();
    private int open;
    public volatile Mood mood = Mood.READY;

    public FakeZebra() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return server.getLocalPort();
    }

    public List<String> labels() {
        return labels;
    }

    /** The picture of a label, as its dots would be printed. */
    public static BufferedImage picture(String label) throws DataFormatException {
        Matcher found = LABEL.matcher(label);
        if (!found.find()) {
            throw new AssertionError("no picture in " + label);
        }
        int width = Integer.parseInt(found.group(1));
        int height = Integer.parseInt(found.group(2));
        int bytesPerRow = Integer.parseInt(found.group(3));
        Inflater inflater = new Inflater();
        inflater.setInput(Base64.getDecoder().decode(found.group(4)));
        byte[] bits = new byte[bytesPerRow * height];
        if (inflater.inflate(bits) != bits.length) {
            throw new AssertionError("the picture is cut off");
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, (bits[y * bytesPerRow + x / 8] & 0x80 >> x % 8) == 0 ? 0xFFFFFF : 0);
            }
        }
        return image;
    }

    /** Returns when everything that any station has sent until now is read, also what a dead one left on its way. */
    public synchronized void awaitQuiet() throws IOException, InterruptedException {
        SocketAddress last;
        try (Socket probe = new Socket(server.getInetAddress(), port())) {
            last = probe.getLocalSocketAddress();
        }
        while (open > 0 || !ended.contains(last)) {
            wait();
        }
    }

    private synchronized void begin() {
        open++;
    }

    private synchronized void end(Socket socket) {
        open--;
        ended.add(socket.getRemoteSocketAddress());
        notifyAll();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                begin();
                Thread.ofVirtual().start(() -> {
                    try {
                        answer(socket);
                    } finally {
                        end(socket);
                    }
                });
            } catch (IOException end) {
                return;
            }
        }
    }

    private void answer(Socket socket) {
        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        boolean afterLabel = false;
        try (socket) {
            InputStream in = socket.getInputStream();
            for (int each = in.read(); each >= 0; each = in.read()) {
                taken.write(each);
                if (each == '^' && taken.size() == 1) {
                    watcher.accept(Step.FIRST_BYTE);
                }
                if (taken.size() == HALF) {
                    watcher.accept(Step.HALF_A_LABEL);
                }
                if (mood == Mood.DROPS_IN_THE_MIDDLE && taken.size() > 200) {
                    socket.setSoLinger(true, 0);
                    return;
                }
                String text = each == 'S' || each == 'Z' ? taken.toString(StandardCharsets.US_ASCII) : "";
                if (text.endsWith("~HS")) {
                    watcher.accept(afterLabel ? Step.ASKED_AFTER : Step.STATUS_ASKED);
                    status(socket);
                    watcher.accept(afterLabel ? Step.TOLD_AFTER : Step.STATUS_TOLD);
                    taken.reset();
                } else if (text.endsWith("^XZ")) {
                    labels.add(text);
                    afterLabel = true;
                    watcher.accept(Step.LABEL_COMPLETE);
                    taken.reset();
                }
            }
        } catch (IOException gone) {
            // the station went away
        }
    }

    private void status(Socket socket) throws IOException {
        String answer = switch (mood) {
            case SILENT -> "";
            case NONSENSE -> "\u0002hello\u0003\u0002\u0003\u0002\u0003";
            default ->
                    "\u0002030,%d,%d,1245,000,0,0,0,000,0,0,0\u0003\r\n\u0002000,0,%d,%d,0,2,6,0,00000000,1,000\u0003\r\n\u00021234,0\u0003\r\n"
                            .formatted(is(Mood.PAPER_OUT), is(Mood.PAUSED), is(Mood.HEAD_OPEN), is(Mood.RIBBON_OUT));
        };
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private int is(Mood other) {
        return mood == other ? 1 : 0;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
