package org.lanyard.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Starts other programs; a failure ends the build. */
final class Run {

    private Run() {}

    static void command(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        System.out.println("> " + String.join(" ", command));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        int exit = builder.start().waitFor();
        if (exit != 0) {
            throw new IOException(command.getFirst() + " ended with exit code " + exit);
        }
    }

    static void command(String... command) throws IOException, InterruptedException {
        command(List.of(command), Map.of());
    }

    static boolean present(String program) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
