package org.lanyard.badge.job;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.lanyard.gate.AfterRecord;
import org.lanyard.ledger.Ledger;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Conference;
import org.lanyard.venue.Settings;

/** The workers of a station's printers. Nothing here is waited for by a scan. */
public final class Printing implements AutoCloseable {

    // Between two looks for new printers, and for the turn where another process has it.
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final Ledger ledger;
    private final InstantSource clock;
    private final Executor background;
    private final PrintTurn turn;
    private final PrintOnCheckIn onCheckIn;
    private final BadgeDrawing drawing;
    private final PrintJobs jobs;
    private final Printers printers;
    private final Bell bell = new Bell();
    private final Bell changed = new Bell();
    private final Map<String, PrintWorker> workers = new ConcurrentHashMap<>();
    private volatile FirstPrints firstPrints = FirstPrints.NONE;
    private volatile boolean begun;
    private volatile boolean closed;

    public Printing(Ledger ledger, Roster roster, Settings settings, InstantSource clock, Supplier<UUID> ids,
            Executor background, Path lock) {
        this.ledger = ledger;
        this.clock = clock;
        this.background = background;
        this.turn = new PrintTurn(lock);
        this.onCheckIn = new PrintOnCheckIn(settings, ids, bell);
        this.drawing = new BadgeDrawing(ledger, roster);
        this.printers = new Printers(ledger, bell);
        this.jobs = new PrintJobs(ledger, settings, clock, ids, bell);
    }

    public AfterRecord onCheckIn() {
        return onCheckIn;
    }

    public PrintJobs jobs() {
        return jobs;
    }

    public Printers printers() {
        return printers;
    }

    public BadgeDrawing drawing() {
        return drawing;
    }

    public void claimFirst(FirstPrints hub) {
        firstPrints = hub;
    }

    /** Begins to print, here or, where another process of this data folder prints, when that ends. */
    public synchronized void begin() {
        if (!begun && !closed) {
            begun = true;
            recover();
            background.execute(this::employ);
        }
    }

    public void warmUp(Conference conference) {
        if (!printers.all().isEmpty()) {
            drawing.warmUp(conference);
        }
    }

    /** A job that is still being sent, while no process prints, was broken off. */
    public void recover() {
        if (turn.take()) {
            jobs.brokenOff();
        }
    }

    public boolean printsElsewhere() {
        return !turn.isHeld();
    }

    private void employ() {
        while (!closed) {
            long heard = bell.rings();
            if (turn.take()) {
                jobs.printersInUse().forEach(this::employ);
            }
            bell.await(heard, LOOK_AGAIN);
        }
    }

    private synchronized void employ(String printer) {
        if (!closed && !workers.containsKey(printer)) {
            PrintWorker worker = new PrintWorker(printer, ledger, drawing, clock, bell, changed,
                    job -> firstPrints.claim(job));
            workers.put(printer, worker);
            background.execute(worker);
        }
    }

    /** Printers that do not print, the longest first. */
    public List<PrintTrouble> troubles() {
        return workers.values().stream().flatMap(worker -> worker.trouble().stream())
                .sorted(Comparator.comparing(PrintTrouble::since).thenComparing(PrintTrouble::printer)).toList();
    }

    /** Waits until nothing is left for the printers that print, or the time is over. */
    public void finish(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        while (System.nanoTime() < end && turn.isHeld() && somePrint()) {
            changed.await(changed.rings(), Duration.ofMillis(200));
        }
    }

    private boolean somePrint() {
        return jobs.waitingPrinters().stream().anyMatch(printer -> troubles().stream()
                .noneMatch(trouble -> trouble.printer().equalsIgnoreCase(printer)));
    }

    /** Ends after the badges that are being sent; what waits is printed by the next run. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            workers.values().forEach(PrintWorker::stop);
        }
        bell.ring();
    }

    /** Lets another process print; after {@link #close}, and after the threads have ended. */
    public void giveTurn() {
        turn.close();
    }

}
