package org.lanyard.dist;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Times programs in turn: from their start to the first painted frame of their window, on an X server of its own, whose screen
 * it reads as a file; commands, to their end. The desk takes scans before it shows its window, so that its first frame is one
 * in which a scan is taken. Linux, with Xvfb and GNU time. Started by {@code src/dist/start-times.sh}.
 */
public final class StartTimes {

    private static final String DISPLAY = ":97";
    private static final int TICKS_A_SECOND = 100;
    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();
    private static final long LOOK = Duration.ofMillis(4).toNanos();
    /** A window with words in it has more colours than this at the points that are looked at. */
    private static final int COLOURS = 12;
    private static final int WIDTH_FIELD = 16;
    private static final int HEADER_FIELD = 0;
    private static final int COLOUR_COUNT_FIELD = 76;
    private static final int LINE_FIELD = 48;
    private static final int COLOUR_ENTRY = 12;
    private static final int STEP = 3;

    private static final Path DROP = Path.of("/proc/sys/vm/drop_caches");
    private static final String VARIABLE = "[A-Z_]+=.*";

    private record Start(double seconds, double processor, double megabytes) {}

    /** @param input what it reads from standard input; without one it opens a window */
    private record Program(String name, Map<String, String> variables, List<String> command, Optional<String> input) {}

    private StartTimes() {}

    /**
     * @param arguments how often; {@code warm}, or {@code dropped} for a page cache that is dropped before each start; then for
     *                  each program its name, {@code VARIABLE=…}s, {@code < INPUT} if it is a command, its words and {@code --}
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Program> programs = programs(Arrays.copyOfRange(arguments, 2, arguments.length));
        Path work = Files.createTempDirectory("lanyard-screen-");
        Process server = new ProcessBuilder("Xvfb", DISPLAY, "-screen", "0", "1366x768x24", "-fbdir", work.toString())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            Thread.sleep(2_000);
            run(Integer.parseInt(arguments[0]), arguments[1].equals("dropped"), programs, work);
        } finally {
            server.destroy();
            server.waitFor();
            Tree.delete(work);
        }
    }

    private static List<Program> programs(String... arguments) {
        List<Program> programs = new ArrayList<>();
        List<String> one = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.equals("--")) {
                programs.add(program(one));
                one.clear();
            } else {
                one.add(argument);
            }
        }
        return programs;
    }

    private static Program program(List<String> words) {
        Map<String, String> variables = new HashMap<>();
        int next = 1;
        for (; words.get(next).matches(VARIABLE); next++) {
            variables.put(words.get(next).replaceFirst("=.*", ""), words.get(next).replaceFirst("[^=]*=", ""));
        }
        boolean command = words.get(next).equals("<");
        Optional<String> input = command ? Optional.of(words.get(next + 1)) : Optional.empty();
        return new Program(words.getFirst(), variables, List.copyOf(words.subList(command ? next + 2 : next, words.size())),
                input);
    }

    private static void run(int times, boolean dropped, List<Program> programs, Path work)
            throws IOException, InterruptedException {
        Map<String, List<Start>> starts = new LinkedHashMap<>();
        for (int turn = dropped ? 1 : 0; turn <= times; turn++) {
            for (Program program : programs) {
                if (dropped) {
                    Files.writeString(DROP, "3");
                }
                Start start = program.input().isPresent() ? command(program, program.input().get(), work)
                        : window(program, work.resolve("Xvfb_screen0"));
                if (turn > 0) {   // the first fills the page cache
                    starts.computeIfAbsent(program.name(), _ -> new ArrayList<>()).add(start);
                }
            }
        }
        System.out.printf("%n%-38s %8s %16s %10s %6s%n", "cache " + (dropped ? "dropped" : "warm") + ", median of " + times,
                "seconds", "(least - most)", "processor", "MB");
        starts.forEach((name, all) -> System.out.printf("%-38s %8.2f %7.2f - %6.2f %10.2f %6.0f%n", name,
                median(all.stream().mapToDouble(Start::seconds)),
                all.stream().mapToDouble(Start::seconds).min().orElseThrow(),
                all.stream().mapToDouble(Start::seconds).max().orElseThrow(),
                median(all.stream().mapToDouble(Start::processor)), median(all.stream().mapToDouble(Start::megabytes))));
    }

    private static double median(DoubleStream all) {
        double[] sorted = all.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static Start command(Program program, String input, Path work) throws IOException, InterruptedException {
        Path given = Files.writeString(work.resolve("input"), input + "\n");
        Path taken = work.resolve("taken");
        List<String> timed = new ArrayList<>(List.of("/usr/bin/time", "-o", taken.toString(), "-f", "%U %S %M"));
        timed.addAll(program.command());
        ProcessBuilder builder = new ProcessBuilder(timed).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT).redirectInput(given.toFile());
        builder.environment().putAll(program.variables());
        long from = System.nanoTime();
        int exit = builder.start().waitFor();
        double seconds = (System.nanoTime() - from) / 1e9;
        if (exit != 0) {
            throw new IOException("exit code " + exit + ": " + program);
        }
        String[] figures = Files.readString(taken).strip().split(" ");
        return new Start(seconds, Double.parseDouble(figures[0]) + Double.parseDouble(figures[1]),
                Double.parseDouble(figures[2]) / 1024);
    }

    private static Start window(Program started, Path screen) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(started.command()).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(started.variables());
        builder.environment().put("DISPLAY", DISPLAY);
        try (FileChannel channel = new RandomAccessFile(screen.toFile(), "r").getChannel()) {
            ByteBuffer picture = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            long from = System.nanoTime();
            Process program = builder.start();
            while (colours(picture) <= COLOURS) {
                if (System.nanoTime() - from > PATIENCE || !program.isAlive()) {
                    throw new IOException("no window: " + started);
                }
                LockSupport.parkNanos(LOOK);
            }
            double seconds = (System.nanoTime() - from) / 1e9;
            Start start = new Start(seconds, processor(program.pid()), megabytes(program.pid()));
            program.destroy();
            if (!program.waitFor(20, TimeUnit.SECONDS)) {
                program.destroyForcibly().waitFor();
            }
            Thread.sleep(300);
            return start;
        }
    }

    /** Of the screen's middle. */
    private static long colours(ByteBuffer picture) {
        int line = picture.getInt(LINE_FIELD);
        int pixels = picture.getInt(HEADER_FIELD) + picture.getInt(COLOUR_COUNT_FIELD) * COLOUR_ENTRY;
        int width = picture.getInt(WIDTH_FIELD);
        int height = picture.getInt(WIDTH_FIELD + Integer.BYTES);
        return IntStream.range(height / 20, height / 2).filter(y -> y % STEP == 0)
                .flatMap(y -> IntStream.range(10, width * 2 / 3).filter(x -> x % STEP == 0)
                        .map(x -> picture.getInt(pixels + y * line + x * Integer.BYTES)))
                .distinct().limit(COLOURS + 1L).count();
    }

    /** Seconds of all its threads so far, and of the programs that it has ended. */
    private static double processor(long process) throws IOException {
        String[] after = Files.readString(Path.of("/proc/" + process + "/stat")).replaceFirst(".*\\) ", "").split(" ");
        return IntStream.rangeClosed(11, 14).mapToLong(field -> Long.parseLong(after[field])).sum() / (double) TICKS_A_SECOND;
    }

    private static double megabytes(long process) throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + process + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM")).findFirst()
                    .map(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024).orElseThrow();
        }
    }
}
