package org.lanyard.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.lanyard.Station;
import org.lanyard.StationConfig;
import org.lanyard.roster.ImportOptions;
import org.lanyard.roster.format.RosterFiles;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Post;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Source;

/** Stations to measure, each on a copy of a file made once: on a real disk, with 100,000 attendees. */
final class Stations {

    static final int ATTENDEES = 100_000;
    static final long SEED = 2027;
    static final Path FOLDER = Path.of(System.getProperty("benchmarks.folder", "target/benchmarks"));
    static final ImportOptions CSV = ImportOptions.of(ImportOptions.Format.CSV, "sample");

    /** Files that stations are copied from: the roster alone, and the roster with the records of a busy conference. */
    enum Kind {
        FRESH, BUSY;

        Path file() {
            return FOLDER.resolve(name().toLowerCase(java.util.Locale.ROOT)).resolve(StationConfig.DATABASE);
        }
    }

    private static final String ADMISSIBLE = """
            SELECT id, access_code FROM attendee WHERE withdrawn = 0 AND attention = '' AND EXISTS (
              SELECT 1 FROM attendee_order link JOIN orders ON orders.id = link.order_id
                JOIN order_line_item line ON line.order_id = orders.id
               WHERE link.attendee_id = attendee.id AND orders.status IN ('paid', 'partially_refunded')
                 AND line.ticket_type_id IS NOT NULL AND line.holder_id = attendee.id)
            """;

    private Stations() {}

    /** Makes the files that stations are copied from. */
    static void prepare() throws IOException {
        Path csv = sample("sample.csv", ATTENDEES);
        for (Kind kind : Kind.values()) {
            delete(kind.file().getParent());
            try (Station station = open(kind.file().getParent())) {
                station.rosterFiles().importFile(csv, CSV, _ -> {});
                if (kind == Kind.BUSY) {
                    new BusyConference(station).record();
                }
            }
        }
    }

    static Path sample(String name, int attendees) throws IOException {
        Path csv = FOLDER.resolve(name);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(csv))) {
            RosterFiles.writeSample(attendees, SEED, ImportOptions.Format.CSV, out);
        }
        return csv;
    }

    /** An empty folder of this name. */
    static Path folder(String name) throws IOException {
        Path folder = FOLDER.resolve(name);
        delete(folder);
        return Files.createDirectories(folder);
    }

    /** A copy of the file in a folder of its own. */
    static Path copy(Kind kind, String name) {
        try {
            return Files.copy(kind.file(), folder(name).resolve(StationConfig.DATABASE),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Station openCopy(Kind kind, String name) {
        return open(copy(kind, name).getParent());
    }

    /** The repeat window is off. */
    static Station open(Path folder) {
        return Station.open(new StationConfig(folder, Duration.ZERO));
    }

    static Post desk(Station station) {
        return new Post(station.roster().conference("sample"), station.venue().station("Desk"), "Desk", null,
                new Mode.CheckIn());
    }

    static Scan scan(Station station, String payload) {
        return new Scan(station.ids().get(), payload, Source.WAND, station.clock().instant());
    }

    /** Somebody whom a check-in lets in: an active order, a ticket, nothing to acknowledge. */
    record Guest(long id, String code) {}

    /** All of them, in the order in which they happen to arrive. */
    static List<Guest> guests(Station station) {
        List<Guest> guests = station.ledger().read(db -> db.list(row -> new Guest(row.getLong(1), row.getString(2)),
                ADMISSIBLE));
        Collections.shuffle(guests, new Random(SEED));
        return guests;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path path : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
