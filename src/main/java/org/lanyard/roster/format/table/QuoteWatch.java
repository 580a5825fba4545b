package org.lanyard.roster.format.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Watches a CSV go by, to tell at its end whether a quoted cell was ever closed: else the rest of the file is in it. */
final class QuoteWatch extends FilterReader {

    private enum State { CELL_BEGINS, PLAIN, QUOTED, MAY_BE_CLOSED }

    private final char separator;
    private State state = State.CELL_BEGINS;

    QuoteWatch(Reader in, char separator) {
        super(in);
        this.separator = separator;
    }

    boolean open() {
        return state == State.QUOTED;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        if (c >= 0) {
            see((char) c);
        }
        return c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        for (int i = 0; i < count; i++) {
            see(buffer[offset + i]);
        }
        return count;
    }

    private void see(char c) {
        state = switch (state) {
            case QUOTED -> c == '"' ? State.MAY_BE_CLOSED : State.QUOTED;
            case MAY_BE_CLOSED -> c == '"' ? State.QUOTED : outside(c);
            case CELL_BEGINS -> c == '"' ? State.QUOTED : outside(c);
            case PLAIN -> outside(c);
        };
    }

    private State outside(char c) {
        return c == separator || c == '\n' || c == '\r' ? State.CELL_BEGINS : State.PLAIN;
    }
}
