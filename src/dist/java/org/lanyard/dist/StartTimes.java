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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Times programs from their start to the first painted frame of their window, in turn, on an X server of its own, whose screen
 * it reads as a file. The desk takes scans before it shows its window, so that its first frame is one in which a scan is taken.
 * Linux, with Xvfb. Started by {@code src/dist/start-times.sh}.
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

    private record Start(double seconds, double processor, double megabytes) {}

    private StartTimes() {}

    /** @param arguments how often; then for each program its name, its command and {@code --} */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, List<String>> programs = programs(Arrays.copyOfRange(arguments, 1, arguments.length));
        Path screen = Files.createTempDirectory("lanyard-screen-");
        Process server = new ProcessBuilder("Xvfb", DISPLAY, "-screen", "0", "1366x768x24", "-fbdir", screen.toString())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            Thread.sleep(2_000);
            run(Integer.parseInt(arguments[0]), programs, screen.resolve("Xvfb_screen0"));
        } finally {
            server.destroy();
            server.waitFor();
            Tree.delete(screen);
        }
    }

    private static Map<String, List<String>> programs(String... arguments) {
        Map<String, List<String>> programs = new LinkedHashMap<>();
        List<String> one = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.equals("--")) {
                programs.put(one.getFirst(), List.copyOf(one.subList(1, one.size())));
                one.clear();
            } else {
                one.add(argument);
            }
        }
        return programs;
    }

    private static void run(int times, Map<String, List<String>> programs, Path screen)
            throws IOException, InterruptedException {
        Map<String, List<Start>> starts = new LinkedHashMap<>();
        for (int turn = 0; turn <= times; turn++) {
            for (Map.Entry<String, List<String>> program : programs.entrySet()) {
                Start start = start(program.getValue(), screen);
                if (turn > 0) {   // the first fills the page cache
                    starts.computeIfAbsent(program.getKey(), _ -> new ArrayList<>()).add(start);
                }
            }
        }
        System.out.printf("%-28s %10s %16s %10s %8s%n", "median of " + times, "seconds", "(least - most)", "processor", "MB");
        starts.forEach((name, all) -> System.out.printf("%-28s %10.2f %7.2f - %6.2f %10.2f %8.0f%n", name,
                median(all.stream().mapToDouble(Start::seconds)),
                all.stream().mapToDouble(Start::seconds).min().orElseThrow(),
                all.stream().mapToDouble(Start::seconds).max().orElseThrow(),
                median(all.stream().mapToDouble(Start::processor)), median(all.stream().mapToDouble(Start::megabytes))));
    }

    private static double median(DoubleStream all) {
        double[] sorted = all.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static Start start(List<String> command, Path screen) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("DISPLAY", DISPLAY);
        try (FileChannel channel = new RandomAccessFile(screen.toFile(), "r").getChannel()) {
            ByteBuffer picture = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            long from = System.nanoTime();
            Process program = builder.start();
            while (colours(picture) <= COLOURS) {
                if (System.nanoTime() - from > PATIENCE || !program.isAlive()) {
                    throw new IOException("no window: " + command);
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
