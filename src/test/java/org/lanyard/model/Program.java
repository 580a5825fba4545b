package org.lanyard.model;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        List<String> all = new ArrayList<>(List.of("--data", folder.toString()));
        all.addAll(List.of(arguments));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        PrintStream usual = System.out;
        PrintStream usualErrors = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        try {
            int code = Lanyard.run(all.toArray(String[]::new));
            return new Outcome(code, out.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(usual);
            System.setErr(usualErrors);
        }
    }

    /** All the payloads at once, through standard input. */
    Outcome scan(Run run, List<byte[]> payloads) throws IOException, InterruptedException {
        Path in = written(folder.resolve("in-" + ++calls), payloads);
        return ownProcesses ? scanApart(run, in) : scanHere(run, in);
    }

    private Outcome scanHere(Run run, Path in) throws IOException {
        InputStream usual = System.in;
        try (InputStream payloads = Files.newInputStream(in)) {
            System.setIn(payloads);
            return run(run.arguments().toArray(String[]::new));
        } finally {
            System.setIn(usual);
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
