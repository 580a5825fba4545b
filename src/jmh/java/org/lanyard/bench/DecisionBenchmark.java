package org.lanyard.bench;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.lanyard.Station;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Post;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One scan from the wand's text to the committed answer, one after the other. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
public class DecisionBenchmark {

    static final Map<String, String> NAMES = Map.of("first", "first check-in", "again", "re-entry",
            "unknown", "unknown code");

    private static final int REGULARS = 1000;
    private static final String NOBODYS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private final Random random = new Random(Stations.SEED);
    private Station station;
    private Post desk;
    private List<Stations.Guest> guests;
    private int next;

    @Setup
    public void open() {
        station = Stations.openCopy(Stations.Kind.FRESH, "decisions");
        desk = Stations.desk(station);
        guests = Stations.guests(station);
        next = REGULARS;
        guests.subList(0, REGULARS).forEach(guest -> decide(guest.code()));
    }

    @TearDown
    public void close() {
        station.close();
    }

    /** The time given is short enough that nobody runs out of people who were not in yet. */
    @Benchmark
    public Decision first() {
        return decide(guests.get(next++).code());
    }

    @Benchmark
    public Decision again() {
        return decide(guests.get(next++ % REGULARS).code());
    }

    /** Nine letters, where everybody's code has eight. */
    @Benchmark
    public Decision unknown() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            code.append(NOBODYS.charAt(random.nextInt(NOBODYS.length())));
        }
        return decide(code.toString());
    }

    private Decision decide(String code) {
        return station.gate().decide(desk, Stations.scan(station, code)).join();
    }
}
