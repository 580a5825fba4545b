package org.lanyard.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.lanyard.Station;
import org.lanyard.roster.Person;
import org.lanyard.scan.Conference;
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

/** What is found after each letter that somebody types. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 6, time = 3)
public class SearchBenchmark {

    /** As many as a screen shows. */
    static final int LIMIT = 50;

    private Station station;
    private Conference conference;
    private List<String> typed;
    private int next;

    @Setup
    public void open() {
        station = Stations.openCopy(Stations.Kind.FRESH, "search");
        conference = station.roster().conference("sample");
        typed = new Typing(station).keystrokes();
        station.roster().search(conference, "ab", LIMIT);
    }

    @TearDown
    public void close() {
        station.close();
    }

    @Benchmark
    public List<Person> keystroke() {
        next = next + 1 == typed.size() ? 0 : next + 1;
        return station.roster().search(conference, typed.get(next), LIMIT);
    }
}
