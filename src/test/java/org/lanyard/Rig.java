package org.lanyard;

import com.fasterxml.uuid.Generators;
import java.io.ByteArrayOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.lanyard.roster.ImportOptions;
import org.lanyard.roster.ImportReport;
import org.lanyard.roster.format.Answers;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Product;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Source;
import org.lanyard.scan.Verdict;
import org.lanyard.upstream.Patience;

/** A real station on a real file in a temporary folder, with a clock that only the test moves. */
public final class Rig implements AutoCloseable {

    public static final Instant NINE = Instant.parse("2027-05-14T07:00:00Z");   // nine o'clock in Berlin
    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Bcrypt's lowest cost. */
    private static final int QUICK_PINS = 4;

    private final AtomicReference<Instant> now = new AtomicReference<>(NINE);
    private final AtomicLong nanos = new AtomicLong();
    private final Path folder;
    private Station station;

    private Rig(StationConfig config) {
        this.folder = config.dataFolder();
        open(config);
    }

    /** The repeat window of R7 is off. */
    public static Rig in(Path folder) {
        return in(folder, Duration.ZERO);
    }

    public static Rig in(Path folder, Duration repeatWindow) {
        return new Rig(config(folder, repeatWindow, Patience.USUAL));
    }

    /** @param patience with a registration server */
    public static Rig in(Path folder, Patience patience) {
        return new Rig(config(folder, Duration.ZERO, patience));
    }

    private static StationConfig config(Path folder, Duration repeatWindow, Patience patience) {
        return new StationConfig(folder, repeatWindow, patience, QUICK_PINS);
    }

    private void open(StationConfig config) {
        BlankDatabase.into(config.dataFolder());
        station = Station.open(config, now::get,
                Generators.timeBasedEpochGenerator()::generate, nanos::get, BERLIN);
    }

    /** Closes the station and opens it again on the same file. */
    public Rig reopened() {
        station.close();
        open(config(folder, Duration.ZERO, station.config().patience()));
        return this;
    }

    public Station station() {
        return station;
    }

    public Path database() {
        return folder.resolve(StationConfig.DATABASE);
    }

    /** Moves the wall clock, in either direction, and not the monotonic one. */
    public Rig at(Instant instant) {
        now.set(instant);
        return this;
    }

    /** Lets time pass on both clocks. */
    public Rig pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
        nanos.addAndGet(time.toNanos());
        return this;
    }

    /**
     * Imports a CSV for the conference {@code conf}, which may let nobody in; the first line is the header. The items of a row
     * serve everybody of its order, as R19 is about.
     */
    public ImportReport csv(String... lines) {
        return imported(ImportOptions.of(ImportOptions.Format.CSV, "conf"), Answers.NONE.withItemsPerOrder(true),
                String.join("\n", lines));
    }

    /** Imports the roster as it is, but for one product's name. */
    public ImportReport renamed(String product, String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        station.rosterFiles().exportJson(conference(), out);
        return json(out.toString(StandardCharsets.UTF_8).replace("\"name\" : \"" + product + '"',
                "\"name\" : \"" + name + '"'));
    }

    public ImportReport json(String text) {
        return imported(ImportOptions.of(ImportOptions.Format.JSON, null), text);
    }

    public ImportReport imported(ImportOptions options, String text) {
        return imported(options, Answers.NONE, text);
    }

    public ImportReport imported(ImportOptions options, Answers answers, String text) {
        try {
            return station.rosterFiles().importStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    options, answers.withRefusingAll(), _ -> {});
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public Conference conference() {
        return station.roster().conference("conf");
    }

    public Product product(String slug) {
        return station.roster().product(conference(), slug, null);
    }

    /** At "Desk", by nobody known. */
    public Post post(Mode mode) {
        return post(mode, "Desk", null);
    }

    /** @param staff null for nobody known */
    public Post post(Mode mode, String place, String staff) {
        return new Post(conference(), station.venue().station(place), place,
                staff == null ? null : station.venue().staff(staff), mode);
    }

    public Scan scan(String payload) {
        return new Scan(station.ids().get(), payload, Source.WAND, now.get());
    }

    public Decision decide(Mode mode, String payload) {
        return station.gate().decide(post(mode), scan(payload)).join();
    }

    public Verdict checkIn(String payload) {
        return decide(new Mode.CheckIn(), payload).verdict();
    }

    public Verdict door(String slug, String payload) {
        return decide(new Mode.Door(product(slug)), payload).verdict();
    }

    public Verdict redeem(String slug, String payload) {
        return decide(new Mode.Redeem(product(slug)), payload).verdict();
    }

    @Override
    public void close() {
        station.close();
    }
}
