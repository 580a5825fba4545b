package org.lanyard.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lanyard.scan.NotPossible;

/**
 * Arguments as they were typed. Java decodes them by the locale; without one, as under cron or in a bare container, it loses
 * every letter beyond ASCII, and they are read from Linux's /proc as UTF-8 instead.
 */
final class Arguments {

    private static final char LOST = '\uFFFD';
    private static final Path GIVEN = Path.of("/proc/self/cmdline");

    private Arguments() {}

    static String[] given(String... read) {
        if (Stream.of(read).noneMatch(argument -> argument.indexOf(LOST) >= 0) || !Files.isReadable(GIVEN)) {
            return read;
        }
        try {
            String line = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(GIVEN))).toString();
            List<String> all = List.of(line.substring(0, line.length() - 1).split("\0", -1));
            String[] given = all.subList(all.size() - read.length, all.size()).toArray(String[]::new);
            return same(given, read) ? given : read;
        } catch (IOException | IndexOutOfBoundsException notText) {
            return read;
        }
    }

    // Returns false if Java was started in a way that puts other arguments last.
    private static boolean same(String[] given, String[] read) {
        return IntStream.range(0, read.length).allMatch(i -> read[i].indexOf(LOST) >= 0 || read[i].equals(given[i]));
    }

    static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException unwritable) {
            throw new NotPossible(unwritable, "file.name", name);
        }
    }
}
