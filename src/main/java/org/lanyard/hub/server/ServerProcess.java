package org.lanyard.hub.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.lanyard.scan.StationFault;

/** Runs a server's programs, as nobody in particular where Lanyard runs as root, which PostgreSQL refuses to do. */
final class ServerProcess {

    private static final long LONGEST_SECONDS = 120;
    // In a user namespace without a mapping root is nobody, and still owns its files.
    private static final List<String> NOBODY = List.of("unshare", "--user");

    private final Path folder;

    ServerProcess(Path folder) {
        this.folder = folder;
    }

    String run(String... command) {
        Result result = start(List.of(command));
        return result.code() == 0 ? result.output() : "";
    }

    record Result(int code, String output) {}

    Result runUnprivileged(String... command) {
        boolean root = isRoot();
        if (root && start(Stream.concat(NOBODY.stream(), Stream.of("true")).toList()).code() != 0) {
            throw new StationFault("hub.server.root");
        }
        return start(Stream.concat(root ? NOBODY.stream() : Stream.empty(), Stream.of(command)).toList());
    }

    private boolean isRoot() {
        try {
            Path probe = Files.createTempFile(folder, "owner", "");
            try {
                return folder.getFileSystem().supportedFileAttributeViews().contains("unix")
                        && Integer.valueOf(0).equals(Files.getAttribute(probe, "unix:uid"));
            } finally {
                Files.delete(probe);
            }
        } catch (IOException failure) {
            throw new StationFault(failure, "folder.unwritable");
        }
    }

    // The output goes through a file: a server that goes on running would keep a pipe open.
    private Result start(List<String> command) {
        try {
            Path output = Files.createTempFile("lanyard-server", ".out");
            try {
                Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                        .redirectOutput(output.toFile()).redirectInput(ProcessBuilder.Redirect.PIPE).start();
                process.getOutputStream().close();
                if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    return new Result(-1, command.getFirst() + " did not end");
                }
                return new Result(process.exitValue(), Files.readString(output, StandardCharsets.ISO_8859_1));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException missing) {
            return new Result(-1, String.valueOf(missing.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Result(-1, "interrupted");
        }
    }
}
