package org.lanyard.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.lanyard.Station;
import org.lanyard.journal.Figures;
import org.lanyard.journal.Inside;
import org.lanyard.journal.Statistics;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Post;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The dashboard's figures of a conference with 100,000 check-ins, 20,000 door checks and 50,000 redemptions. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 4, time = 2)
public class StatisticsBenchmark {

    static final Map<String, String> NAMES = Map.of("warm", "one record later", "cold", "from nothing known",
            "insideFirst", "who is inside, the first on screen", "insideWhole", "who is inside, everybody");

    private Station station;
    private Conference conference;
    private Post desk;
    private List<Stations.Guest> guests;
    private int next;

    @Setup
    public void open() {
        station = Stations.openCopy(Stations.Kind.BUSY, "statistics");
        desk = Stations.desk(station);
        conference = desk.conference();
        guests = Stations.guests(station);
        station.statistics().of(conference);
    }

    @TearDown
    public void close() {
        station.close();
    }

    @Setup(Level.Invocation)
    public void oneMore() {
        station.gate().decide(desk, Stations.scan(station, guests.get(next++ % guests.size()).code())).join();
    }

    @Benchmark
    public Figures warm() {
        return station.statistics().of(conference);
    }

    @Benchmark
    public Figures cold() {
        return new Statistics(station.ledger(), station.clock()).of(conference);
    }

    @Benchmark
    public Inside.Listing insideFirst() {
        return station.inside().first(conference, Optional.empty());
    }

    @Benchmark
    public List<Inside.Person> insideWhole() {
        return station.inside().of(conference, Optional.empty());
    }
}
