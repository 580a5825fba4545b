package org.lanyard.scan;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads at most so many bytes of what somebody handed in: a small file may unpack to more than any memory holds. */
public final class LimitedInput extends FilterInputStream {

    private final long most;
    private long read;

    /** @param most bytes; one more is {@link NotPossible} */
    public LimitedInput(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int some = super.read(into, from, length);
        count(Math.max(0, some));
        return some;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = super.skip(wanted);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) {
        read += bytes;
        if (read > most) {
            throw new NotPossible("file.too-large", most / 1_000_000);
        }
    }
}
