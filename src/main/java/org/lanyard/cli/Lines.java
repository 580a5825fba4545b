package org.lanyard.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Payloads, one a line: only a line feed ends one, so that a carriage return within it stays what came in. A line
 * beyond a megabyte is cut there, which is unreadable all the same (R5).
 */
final class Lines {

    private static final int LONGEST = 1 << 20;

    private final InputStream in;

    Lines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** Whether the next line's beginning is here already. */
    boolean ready() throws IOException {
        return in.available() > 0;
    }

    /** The next line without its end; null after the last. */
    String next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(64);
        int c = in.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (line.size() < LONGEST) {
                line.write(c);
            }
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
