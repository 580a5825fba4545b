package org.lanyard.model;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lanyard.Captured;
import org.lanyard.cli.Lanyard;

/**
 * The program on one data folder. Where asked, scans run in a process of their own, as a script does it; everything else
 * runs in this process, which spares starting a machine for each.
 */
final class Program {

    private final Path folder;
    private final boolean ownProcesses;
    private int calls;

    Program(Path folder, boolean ownProcesses) {
        this.folder = folder;
        this.ownProcesses = ownProcesses;
    }

    /** What a command came to: its exit code, and what it wrote to standard output and standard error. */
    record Outcome(int code, String output, String errors) {}

    Outcome run(String... arguments) {
        return run(InputStream.nullInputStream(), arguments);
    }

    private Outcome run(InputStream input, String... arguments) {
        List<String> all = new ArrayList<>(List.of("--data", folder.toString()));
        all.addAll(List.of(arguments));
        Captured run = Captured.run(input, () -> Lanyard.run(all.toArray(String[]::new)));
        return new Outcome(run.code(), run.out(), run.err());
    }

    /** All the payloads at once, through standard input. */
    Outcome scan(Run run, List<byte[]> payloads) throws IOException, InterruptedException {
        Path in = written(folder.resolve("in-" + ++calls), payloads);
        return ownProcesses ? scanApart(run, in) : scanHere(run, in);
    }

    private Outcome scanHere(Run run, Path in) throws IOException {
        try (InputStream payloads = Files.newInputStream(in)) {
            return run(payloads, run.arguments().toArray(String[]::new));
        }
    }

    private Outcome scanApart(Run run, Path in) throws IOException, InterruptedException {
        Path out = folder.resolve("out-" + calls);
        Path errors = folder.resolve("err-" + calls);
        int code = new ProcessBuilder(command(run)).redirectInput(in.toFile()).redirectOutput(out.toFile())
                .redirectError(errors.toFile()).start().waitFor();
        return new Outcome(code, Files.readString(out), Files.readString(errors));
    }

    /** After the last line nothing ends it, unless it is empty and would not be one. */
    private static Path written(Path file, List<byte[]> lines) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < lines.size(); i++) {
                out.write(lines.get(i));
                if (i < lines.size() - 1 || lines.get(i).length == 0) {
                    out.write('\n');
                }
            }
        }
        return file;
    }

    /** Flags that make a short life cheap; they change nothing of what is decided. */
    private List<String> command(Run run) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString(), "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "-Xmx256m", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), "org.lanyard.Main", "--data", folder.toString()));
        command.addAll(run.arguments());
        return command;
    }
}
