package org.lanyard.hub.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.tukaani.xz.XZInputStream;

final class TarArchive {

    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int MODE_AT = 100;
    private static final int SIZE_AT = 124;
    private static final int TYPE_AT = 156;
    private static final int LINK_AT = 157;
    private static final int NUMBER = 12;
    private static final int SHORT_NUMBER = 8;
    private static final int OCTAL = 8;
    private static final int EXECUTABLE = 0100;

    private TarArchive() {}

    static void unpack(InputStream packed, Path folder) throws IOException {
        try (InputStream in = new XZInputStream(new BufferedInputStream(packed))) {
            byte[] header = in.readNBytes(BLOCK);
            while (header.length == BLOCK && header[0] != 0) {
                unpack(in, header, folder);
                header = in.readNBytes(BLOCK);
            }
        }
    }

    private static void unpack(InputStream in, byte[] header, Path folder) throws IOException {
        Path path = folder.resolve(text(header, 0, NAME)).normalize();
        if (!path.startsWith(folder)) {
            throw new IOException(path + " is outside of the archive's folder");
        }
        long size = number(header, SIZE_AT, NUMBER);
        switch (header[TYPE_AT]) {
            case '5' -> Files.createDirectories(path);
            case '2' -> Files.createSymbolicLink(path, Path.of(text(header, LINK_AT, NAME)));
            default -> {
                Files.createDirectories(path.getParent());
                Files.copy(new Part(in, size), path);
                in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
                closeToOthers(path, (number(header, MODE_AT, SHORT_NUMBER) & EXECUTABLE) != 0);
            }
        }
    }

    private static void closeToOthers(Path file, boolean executable) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(executable ? "rwx------" : "rw-------"));
        }
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }

    private static long number(byte[] header, int from, int length) {
        String digits = text(header, from, length).strip();
        return digits.isEmpty() ? 0 : Long.parseLong(digits, OCTAL);
    }

    // The next so many bytes of a stream that goes on.
    private static final class Part extends InputStream {

        private final InputStream in;
        private long left;

        Part(InputStream in, long left) {
            this.in = in;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int count = in.read(into, from, (int) Math.min(length, left));
            if (count < 0) {
                throw new IOException("the archive of the server is cut off");
            }
            left -= count;
            return count;
        }
    }
}
