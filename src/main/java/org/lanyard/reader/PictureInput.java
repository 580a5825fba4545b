package org.lanyard.reader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import javax.imageio.stream.ImageInputStreamImpl;

/** A picture file's bytes. Stops decoders that go on reading, bit by bit, after the end of a truncated picture. */
final class PictureInput extends ImageInputStreamImpl {

    private static final int MOST_BEYOND = 1000;
    private static final int BUFFERED = 1 << 16;

    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFERED).limit(0);
    private long bufferedFrom;
    private int beyond;

    PictureInput(Path path) throws IOException {
        this.file = FileChannel.open(path);
    }

    @Override
    public int read() throws IOException {
        bitOffset = 0;
        if (!ready()) {
            return -1;
        }
        streamPos++;
        return buffer.get() & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        if (!ready()) {
            return -1;
        }
        int count = Math.min(length, buffer.remaining());
        buffer.get(into, offset, count);
        streamPos += count;
        return count;
    }

    // Moves the buffer to the stream position; returns false at the end.
    private boolean ready() throws IOException {
        checkClosed();
        long within = streamPos - bufferedFrom;
        if (within < 0 || within >= buffer.limit()) {
            bufferedFrom = streamPos;
            within = 0;
            buffer.clear();
            buffer.limit(Math.max(0, file.read(buffer, streamPos)));
        }
        buffer.position((int) within);
        if (!buffer.hasRemaining() && ++beyond > MOST_BEYOND) {
            throw new IOException("the file has ended");
        }
        return buffer.hasRemaining();
    }

    @Override
    public long length() {
        try {
            return file.size();
        } catch (IOException unknown) {
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        super.close();
        file.close();
    }
}
