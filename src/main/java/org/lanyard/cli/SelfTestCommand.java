package org.lanyard.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.lanyard.desk.shell.Desk;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.StationFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "self-test", mixinStandardHelpOptions = true,
        description = "Shows that this computer can run a station: records, badges and the window, with made-up people.")
final class SelfTestCommand implements Callable<Integer> {

    private static final List<String> CODES = List.of("DEMO0001", "DEMO0002", "DEMO0003", "DEMO0004", "DEMO0001");

    enum Part { RECORDS, WINDOW }

    @Option(names = "--only", paramLabel = "records|window", description = "one part alone") Optional<Part> only;

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("lanyard-self-test-");
        try {
            if (wanted(Part.RECORDS)) {
                say("Records", records(folder));
            }
            if (wanted(Part.WINDOW)) {
                say("Window", window(folder));
            }
            return 0;
        } finally {
            delete(folder);
        }
    }

    private boolean wanted(Part part) {
        return only.isEmpty() || only.get() == part;
    }

    private static void say(String part, String result) {
        System.out.println(part + ": " + result);
        System.out.flush();
    }

    private static String records(Path folder) {
        String roster = folder.resolve("roster.csv").toString();
        answer(folder, "", "roster", "sample", "--attendees", "300", "--seed", "1", "-o", roster);
        answer(folder, "", "roster", "import", roster, "--conference", "self-test");
        List<String> codes = answer(folder, "", "roster", "search", "a", "--limit", "20").lines()
                .map(line -> line.split("\\s+")[0]).toList();
        String code = codes.getFirst();
        String queue = String.join("\n", codes) + "\n" + code + "\nnobody\n";
        for (String mode : List.of("--check-in", "--redeem")) {
            answer(folder, queue, "scan", mode, "--station", "Desk 1", "--staff", "sam");
        }
        answer(folder, "", "roster", "show", code);
        answer(folder, "", "stats", "--json");
        answer(folder, "", "export", "check-ins", "-o", folder.resolve("check-ins.csv").toString());
        answer(folder, "", "backup", folder.resolve("backup.db").toString());
        answer(folder, "", "verify");
        String badge = folder.resolve("badge.pdf").toString();
        answer(folder, "", "badge", "render", code, "--template", "badge-a6", "-o", badge);
        answer(folder, "", "read", badge);
        return "300 people imported; scans recorded, exported, backed up and verified; a badge drawn and read.";
    }

    private static String window(Path folder) {
        if (!Display.present()) {
            return "there is no display here.";
        }
        RootCommand root = new RootCommand();   // as the menu opens it: the packages' caches are made of what is done here
        root.common.data = Optional.of(folder.resolve("window"));
        Logs.into(folder, false);
        try {
            root.open(Duration.ZERO,
                    (toolkit, station, post, opening) -> Desk.walkThrough(toolkit, station, post, opening, CODES));
            return CODES.size() + " scans shown, every screen opened.";
        } finally {
            Logs.end();
        }
    }

    private static String answer(Path folder, String input, String... command) {
        InputStream in = System.in;
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        System.setOut(new PrintStream(answer, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        try {
            String[] all = Stream.concat(Stream.of(command), Stream.of("--data", folder.resolve("data").toString()))
                    .toArray(String[]::new);
            if (Lanyard.run(all) != 0) {
                throw new NotPossible("self-test.failed", "lanyard " + command[0]);
            }
            return answer.toString(StandardCharsets.UTF_8);
        } finally {
            System.setIn(in);
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException kept) {
            throw new StationFault(kept, "folder.unwritable", folder);
        }
    }
}
