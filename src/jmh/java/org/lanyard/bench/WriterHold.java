package org.lanyard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.lanyard.Station;
import org.lanyard.ledger.Ledger;

/**
 * How long scans wait while a roster of 20,000 is imported again, 200 of them changed. Meanwhile one piece of empty work
 * after another goes to the writer; the one that waits longest waited for the import.
 */
final class WriterHold {

    private static final int ATTENDEES = 20_000;
    private static final int EVERY = 100;
    private static final int ROUNDS = 7;

    private WriterHold() {}

    static void measure(Table table) throws IOException {
        Path csv = Stations.sample("sample-20000.csv", ATTENDEES);
        double[] held = new double[ROUNDS];
        double[] took = new double[ROUNDS];
        double[] idle = new double[ROUNDS];
        try (Station station = Stations.open(Stations.folder("reimport"))) {
            station.rosterFiles().importFile(csv, Stations.CSV, _ -> {});
            for (int i = -1; i < ROUNDS; i++) {
                Path changed = changed(csv, i);
                Probe probe = new Probe(station.ledger());
                double time = Times.millis(() -> station.rosterFiles().importFile(changed, Stations.CSV, _ -> {}));
                double longest = probe.longest();
                Probe nothing = new Probe(station.ledger());
                LockSupport.parkNanos((long) (time * 1e6));
                double otherwise = nothing.longest();
                if (i >= 0) {
                    took[i] = time;
                    held[i] = longest;
                    idle[i] = otherwise;
                }
            }
        }
        table.group("import of 20,000 again, 200 changed").info("CSV to commit", Times.median(took), "ms")
                .info("writer held (longest wait of a probe)", Times.median(held), "ms")
                .info("the same without an import", Times.median(idle), "ms");
    }

    /** The roster with every hundredth company another one in each round. */
    private static Path changed(Path csv, int round) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(csv));
        for (int i = EVERY; i < lines.size(); i += EVERY) {
            lines.set(i, lines.get(i).replace("@example.org", "@round-" + round + ".example.org"));
        }
        return Files.write(Stations.FOLDER.resolve("sample-changed.csv"), lines);
    }

    /** Work for the writer, piece after piece, each timed until it is answered. */
    private static final class Probe {

        private static final long PAUSE = 200_000;

        private final AtomicBoolean over = new AtomicBoolean();
        private final Ledger ledger;
        private final Thread thread;
        private double longest;

        Probe(Ledger ledger) {
            this.ledger = ledger;
            this.thread = Thread.ofPlatform().start(this::probe);
        }

        private void probe() {
            while (!over.get()) {
                longest = Math.max(longest, Times.millis(() -> ledger.writeNow(_ -> null)));
                LockSupport.parkNanos(PAUSE);
            }
        }

        /** Ends it; in milliseconds. */
        double longest() {
            over.set(true);
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            return longest;
        }
    }
}
