package org.lanyard.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A standard stream of which the thread that asked for it, and those that it starts, have their own part; tests that run
 * beside print where they always did.
 */
final class Captured extends OutputStream {

    private final PrintStream usual;
    private final InheritableThreadLocal<OutputStream> own = new InheritableThreadLocal<>();

    private Captured(PrintStream usual) {
        this.usual = usual;
    }

    /** @param usual the stream as it is now; the caller puts {@link #stream()} in its place */
    static Captured over(PrintStream usual) {
        return new Captured(usual);
    }

    PrintStream stream() {
        return new PrintStream(this, true, StandardCharsets.UTF_8);
    }

    /** From now on, what this thread prints goes there. */
    void begin(OutputStream there) {
        own.set(there);
    }

    void end() {
        own.remove();
    }

    private OutputStream here() {
        OutputStream mine = own.get();
        return mine == null ? usual : mine;
    }

    @Override
    public void write(int each) throws IOException {
        here().write(each);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        here().write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
        here().flush();
    }
}
