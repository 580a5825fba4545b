package org.lanyard.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads payloads, one a line. Only a line feed ends a line, so that a carriage return within one stays part of the payload.
 * Lines beyond a megabyte are cut there, which is unreadable all the same (R5).
 */
final class Lines {

    private static final int LONGEST = 1 << 20;

    private final InputStream in;

    Lines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    boolean ready() throws IOException {
        return in.available() > 0;
    }

    Optional<String> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(64);
        int c = in.read();
        if (c < 0) {
            return Optional.empty();
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (line.size() < LONGEST) {
                line.write(c);
            }
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }
}
