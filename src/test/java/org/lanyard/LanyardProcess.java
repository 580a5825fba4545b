package org.lanyard;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line as a process of its own, as a terminal or a turnstile runs it. */
public final class LanyardProcess implements AutoCloseable {

    private final Process process;
    private final BufferedWriter in;
    private final BufferedReader out;
    private final CompletableFuture<List<String>> err;

    private LanyardProcess(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "LANYARD_DATA"));
        try {
            process = builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        in = process.outputWriter(StandardCharsets.UTF_8);
        out = process.inputReader(StandardCharsets.UTF_8);
        err = CompletableFuture.supplyAsync(() -> process.errorReader(StandardCharsets.UTF_8).lines().toList(),
                Thread::startVirtualThread);
    }

    /** What a finished process left. */
    public record Outcome(int exit, List<String> out, List<String> err) {

        public List<JsonNode> answers() {
            return out.stream().map(JsonMapper.shared()::readTree).toList();
        }
    }

    /** The words that start Lanyard on a data folder, by this JVM's own Java. */
    public static List<String> command(Path data, String... arguments) {
        List<String> java = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-classpath",
                System.getProperty("java.class.path"), "org.lanyard.Main", "--data", data.toString());
        return Stream.concat(java.stream(), Stream.of(arguments)).toList();
    }

    public static LanyardProcess start(Path data, String... arguments) {
        return start(command(data, arguments));
    }

    /** Any command. */
    public static LanyardProcess start(List<String> command) {
        return new LanyardProcess(command);
    }

    /** Runs to the end with these lines on standard input. */
    public static Outcome run(Path data, List<String> lines, String... arguments) {
        return run(command(data, arguments), lines);
    }

    /** Any command, to its end, with these lines on standard input. */
    public static Outcome run(List<String> command, List<String> lines) {
        try (LanyardProcess run = new LanyardProcess(command)) {
            return run.finish(lines);
        }
    }

    /** Sends these lines, then the end of the input; waits for the process to end. */
    public Outcome finish(List<String> lines) {
        Thread.startVirtualThread(() -> {
            lines.forEach(this::send);
            endInput();
        });
        List<String> answers = rest();
        return new Outcome(process.onExit().join().exitValue(), answers, err.join());
    }

    /** One line to its standard input; false when it no longer reads. */
    public boolean send(String line) {
        try {
            in.write(line + "\n");
            in.flush();
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private boolean endInput() {
        try {
            in.close();
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    /** The next line of its standard output; null after the last. */
    public String answer() {
        try {
            return out.readLine();
        } catch (IOException gone) {
            return null;
        }
    }

    /** Every line that is still to come, up to the end of its output. */
    public List<String> rest() {
        List<String> lines = new ArrayList<>();
        for (String line = answer(); line != null; line = answer()) {
            lines.add(line);
        }
        return lines;
    }

    /** As a power cut does it: no shutdown hook, nothing flushed. */
    public void kill() {
        process.destroyForcibly();
    }

    /** What it said on standard error, once it ended. */
    public List<String> errors() {
        return err.join();
    }

    public boolean alive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
