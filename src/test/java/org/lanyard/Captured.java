package org.lanyard;

import ch.qos.logback.classic.LoggerContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;
import org.slf4j.LoggerFactory;

/**
 * Standard input and both outputs of work that runs in this process. Threads that it does not start print where they
 * always did, because other tests run beside; of the classes that use this, one runs at a time.
 *
 * @param code what the work returned
 */
public record Captured(int code, String out, String err) {

    // The program sets up the log, which a class beside may be starting: SLF4J has a stand-in for it meanwhile.
    static {
        Soon.until("the log", () -> LoggerFactory.getILoggerFactory() instanceof LoggerContext);
    }

    public static Captured run(InputStream input, IntSupplier work) {
        InputStream in = System.in;
        PrintStream out = System.out;
        PrintStream err = System.err;
        OwnPart said = new OwnPart(out);
        OwnPart complained = new OwnPart(err);
        try {
            System.setIn(input);
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            int code = work.getAsInt();
            System.out.flush();
            return new Captured(code, said.text(), complained.text());
        } finally {
            System.setIn(in);
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** Keeps what this thread, and those that it starts, write. */
    private static final class OwnPart extends OutputStream {

        private final PrintStream usual;
        private final ByteArrayOutputStream own = new ByteArrayOutputStream();
        private final InheritableThreadLocal<OutputStream> mine = new InheritableThreadLocal<>();

        OwnPart(PrintStream usual) {
            this.usual = usual;
            mine.set(own);
        }

        private OutputStream here() {
            OutputStream here = mine.get();
            return here == null ? usual : here;
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

        String text() {
            return own.toString(StandardCharsets.UTF_8);
        }
    }
}
