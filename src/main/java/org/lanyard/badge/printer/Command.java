package org.lanyard.badge.printer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

final class Command {

    record Result(int exitCode, String output) {}

    Optional<Result> run(Duration patience, String... command) {
        try {
            Path output = Files.createTempFile("printing", ".txt");
            try {
                return run(patience, output, command);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static Optional<Result> run(Duration patience, Path output, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.of(new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8)));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return Optional.empty();
    }
}
