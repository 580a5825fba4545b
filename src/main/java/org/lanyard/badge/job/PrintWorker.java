package org.lanyard.badge.job;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.lanyard.badge.printer.LabelPrinter;
import org.lanyard.badge.printer.LabelPrinter.Outcome;
import org.lanyard.badge.printer.LabelPrinter.Readiness;
import org.lanyard.badge.printer.PrinterAddress;
import org.lanyard.ledger.Ledger;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Sentence;
import org.lanyard.scan.StationFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the jobs of one printer, one after the other, on a thread of its own. */
final class PrintWorker implements Runnable {

    // Between two questions to a printer that cannot print, and between two looks for jobs of other processes.
    private static final Duration AGAIN = Duration.ofSeconds(2);
    // To draw a badge takes as much as a window's verdict does, which somebody waits for; a label takes seconds anyway.
    private static final Duration VERDICT_FIRST = Duration.ofMillis(100);

    private static final Logger LOG = LoggerFactory.getLogger(PrintWorker.class);

    private final String printer;
    private final Ledger ledger;
    private final BadgeDrawing drawing;
    private final InstantSource clock;
    private final Bell bell;
    private final Bell changed;
    private final FirstPrints firstPrints;
    private volatile Optional<PrintTrouble> trouble = Optional.empty();
    private Thread thread = Thread.currentThread();
    private boolean stopped;
    private boolean sending;

    PrintWorker(String printer, Ledger ledger, BadgeDrawing drawing, InstantSource clock, Bell bell, Bell changed,
            FirstPrints firstPrints) {
        this.printer = printer;
        this.ledger = ledger;
        this.drawing = drawing;
        this.clock = clock;
        this.bell = bell;
        this.changed = changed;
        this.firstPrints = firstPrints;
    }

    Optional<PrintTrouble> trouble() {
        return trouble;
    }

    /** Ends after the badge that is being sent. */
    synchronized void stop() {
        stopped = true;
        if (!sending) {
            thread.interrupt();
        }
    }

    private synchronized boolean goesOn() {
        return !stopped;
    }

    private synchronized boolean sends(boolean now) {
        sending = now && !stopped;
        return sending;
    }

    @Override
    public void run() {
        synchronized (this) {
            thread = Thread.currentThread();
        }
        long heard = -1;
        while (goesOn()) {
            long rings = bell.rings();
            boolean rang = rings != heard;
            heard = rings;
            if (!((rang || trouble.isPresent() || jobWaits()) && printedOne())) {
                changed.ring();
                bell.await(heard, AGAIN);
                bell.await(bell.rings(), VERDICT_FIRST);
            }
        }
    }

    // Jobs of other processes ring no bell here; a look at them writes nothing. A trouble may be nobody's any more.
    private boolean jobWaits() {
        try {
            return ledger.read(JobTable::waitingPrinters).stream().anyMatch(printer::equalsIgnoreCase);
        } catch (StationFault fault) {
            return stuck(fault.sentence());
        }
    }

    private boolean printedOne() {
        try {
            ledger.writeNow(db -> JobTable.brokenOff(db, printer, clock.instant()));
            Optional<PrintJob> job = ledger.writeNow(db -> JobTable.next(db, printer));
            return job.isPresent() ? attempt(job.get()) : ready(false);
        } catch (StationFault fault) {
            return stuck(fault.sentence());
        } catch (RuntimeException unexpected) {
            LOG.error("printing on {}", printer, unexpected);   // what was being sent is asked about
            return stuck(Sentence.of("printer.failed", unexpected.toString()));
        } finally {
            sends(false);
        }
    }

    private boolean ready(boolean more) {
        trouble = Optional.empty();
        return more;
    }

    // Nothing is printed now; a fault that becomes another one began when the first did.
    private boolean stuck(Sentence why) {
        trouble = Optional.of(new PrintTrouble(printer, why, trouble.map(PrintTrouble::since).orElseGet(clock::instant)));
        return false;
    }

    private boolean attempt(PrintJob job) {
        try {
            LabelPrinter device = device();
            if (device.readiness() instanceof Readiness.NotReady(Sentence why)) {
                return stuck(why);
            }
            Optional<LabelPrinter.Drawn> drawn = drawn(job, device);
            return drawn.isEmpty() || !claimed(job) || !sends(true) || send(job, drawn.get());
        } catch (NotPossible why) {
            return stuck(why.sentence());
        }
    }

    // Empty where it cannot be drawn: such a job is set aside, and those behind it are printed.
    private Optional<LabelPrinter.Drawn> drawn(PrintJob job, LabelPrinter device) {
        try {
            return Optional.of(drawing.of(job, device));
        } catch (NotPossible why) {
            setAside(job, why.sentence());
            return Optional.empty();
        }
    }

    private boolean claimed(PrintJob job) {
        Optional<Sentence> elsewhere = job.again() ? Optional.empty() : firstPrints.claim(job);
        elsewhere.ifPresent(where -> setAside(job, where));
        return elsewhere.isEmpty();
    }

    private void setAside(PrintJob job, Sentence why) {
        ledger.writeNow(db -> {
            JobTable.fail(db, job.id(), why, clock.instant());
            return true;
        });
        changed.ring();
    }

    // Not one byte leaves before sending is durable, and only where nobody cancelled the job meanwhile.
    private boolean send(PrintJob job, LabelPrinter.Drawn badge) {
        boolean mine = ledger.writeNow(
                db -> JobTable.move(db, job.id(), PrintState.QUEUED, PrintState.SENDING, clock.instant()));
        return !mine || keep(job, badge.send());
    }

    private boolean keep(PrintJob job, Outcome outcome) {
        PrintState after = switch (outcome) {
            case Outcome.Confirmed _ -> PrintState.CONFIRMED;
            case Outcome.Sent _ -> PrintState.SENT;
            case Outcome.NothingSent _ -> PrintState.QUEUED;
            case Outcome.Unknown _ -> PrintState.UNKNOWN;
        };
        ledger.writeNow(db -> {
            JobTable.move(db, job.id(), PrintState.SENDING, after, clock.instant());
            if (outcome instanceof Outcome.Sent(Optional<String> spooled) && spooled.isPresent()) {
                JobTable.spooled(db, job.id(), spooled.get());
            }
            if (after != PrintState.QUEUED) {
                PrinterTable.oneLabelLess(db, printer);
            }
            return true;
        });
        changed.ring();
        return outcome instanceof Outcome.NothingSent(Sentence why) ? stuck(why) : ready(true);
    }

    private LabelPrinter device() {
        return ledger.read(db -> PrinterTable.named(db, printer)).map(known -> new PrinterAddress(known.address()).printer())
                .orElseThrow(() -> new NotPossible("printer.removed", printer));
    }
}
