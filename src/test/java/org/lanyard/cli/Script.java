package org.lanyard.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lanyard.Captured;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lanyard as a script sees it: arguments and standard input in, two streams and an exit code out. */
final class Script {

    static final String[] ROSTER = {
            "access_code,name,ticket_type,order_reference,order_status,items,attention",
            "ADA1,Ada,Individual,O1,paid,lunch:2; student,", "BOB1,Bob,Student,O2,pending,lunch,",
            "CYD1,Cyd,,O3,paid,lunch,", "DEE1,Dee,,,,,", "EVE1,Eve,Individual,O4,paid,,ID check"};
    private static byte[] prepared;

    private final Path data;

    /** @param data the data folder of every command */
    Script(Path data) {
        this.data = data;
    }

    /** On a data folder of its own, into which {@link #ROSTER} was imported as the conference {@code conf}. */
    static Script withRoster(Path folder) {
        Script script = new Script(folder.resolve("data"));
        Path database = script.data.resolve("lanyard.db");
        try {
            if (prepared == null) {
                script.run("roster", "import", script.file("roster.csv", ROSTER).toString(), "--conference", "conf",
                        "--timezone", "America/New_York").exits(0);
                prepared = Files.readAllBytes(database);
            } else {
                Files.createDirectories(script.data);
                Files.write(database, prepared);
            }
            return script;
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** What a command answered. */
    record Answer(int code, String out, String err) {

        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }

        List<JsonNode> lines() {
            return out.lines().map(JsonMapper.shared()::readTree).toList();
        }

        Answer exits(int wanted) {
            assertThat(code).as("exit code; standard error says: %s", err).isEqualTo(wanted);
            return this;
        }
    }

    /** Runs a command on nothing; its failures must be sentences, never stack traces. */
    Answer run(String... arguments) {
        return piped("", arguments);
    }

    /** Runs a command on this standard input. */
    Answer piped(String input, String... arguments) {
        List<String> all = new ArrayList<>(List.of("--data", data.toString()));
        all.addAll(Arrays.asList(arguments));
        Answer answer = asGiven(input, all.toArray(String[]::new));
        assertThat(answer.err()).as("standard error").doesNotContain("\tat ").doesNotContain("Exception");
        return answer;
    }

    /** Runs a command with exactly these arguments. */
    static Answer asGiven(String input, String... arguments) {
        try {
            Captured run = Captured.run(new ByteArrayInputStream(input.getBytes(UTF_8)), () -> Lanyard.run(arguments));
            return new Answer(run.code(), run.out(), run.err());
        } finally {
            logAsBefore();
        }
    }

    // As logback.xml has it: nothing is said. To read that again after each command takes as long as some commands.
    private static void logAsBefore() {
        Logs.end();
        ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
    }

    /** Runs a command in a process of its own, its standard output going to this file. */
    int inProcess(File output, String input, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), "org.lanyard.cli.Lanyard", "--data", data.toString()));
        line.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(line).redirectOutput(output)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(UTF_8));
        }
        return process.waitFor();
    }

    /** Answers to these payloads, scanned at "Desk". */
    List<JsonNode> scan(String payloads, String... arguments) {
        List<String> all = new ArrayList<>(List.of("scan", "--station", "Desk"));
        all.addAll(Arrays.asList(arguments));
        return piped(payloads, all.toArray(String[]::new)).exits(0).lines();
    }

    /** Writes a file beside the data folder's own. */
    Path file(String name, String... lines) {
        try {
            return Files.write(data.resolveSibling(name), List.of(lines));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
