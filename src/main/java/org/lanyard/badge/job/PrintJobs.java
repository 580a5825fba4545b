package org.lanyard.badge.job;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.lanyard.badge.printer.PrinterAddress;
import org.lanyard.badge.printer.SystemPrinter;
import org.lanyard.ledger.Db;
import org.lanyard.ledger.Ledger;
import org.lanyard.roster.Person;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Post;
import org.lanyard.scan.Times;
import org.lanyard.venue.Settings;

/** The print jobs: asked for by hand, listed, and the questions that they leave. Each method waits for the disk. */
public final class PrintJobs {

    private static final Duration SPOOLER = Duration.ofSeconds(5);

    private final Ledger ledger;
    private final Settings settings;
    private final InstantSource clock;
    private final Supplier<UUID> ids;
    private final Bell bell;

    PrintJobs(Ledger ledger, Settings settings, InstantSource clock, Supplier<UUID> ids, Bell bell) {
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
        this.ids = ids;
        this.bell = bell;
    }

    /** All of a conference, oldest first. */
    public List<PrintJob> all(Conference conference) {
        return ledger.read(db -> JobTable.all(db, conference));
    }

    /** All of one person, oldest first. */
    public List<PrintJob> of(Person person) {
        return ledger.read(db -> JobTable.of(db, person.id()));
    }

    public PrintJob byId(UUID id) {
        return ledger.read(db -> JobTable.byId(db, id)).orElseThrow();
    }

    /** Jobs that wait, are being sent, may not have come out or could not be drawn; oldest first. */
    public List<PrintJob> open(Conference conference) {
        return ledger.read(db -> JobTable.open(db, conference));
    }

    public long failed() {
        return ledger.read(JobTable::failed);
    }

    public BadgeOfCheckIn of(UUID checkIn) {
        return ledger.read(db -> new BadgeOfCheckIn(JobTable.ofCheckIn(db, checkIn), QuestionTable.isAsked(db, checkIn)));
    }

    public List<PrintQuestion> questions(Conference conference) {
        return ledger.read(db -> {
            List<PrintQuestion> all = new ArrayList<>();
            for (PrintJob job : JobTable.unknown(db, conference)) {
                all.add(new PrintQuestion(PrintQuestion.Ask.CAME_OUT, job.attendee(), job.accessCode(), job.name(),
                        Optional.of(job.id())));
            }
            all.addAll(QuestionTable.all(db, conference));
            return all;
        });
    }

    void brokenOff() {
        if (ledger.read(JobTable::sending) > 0) {
            ledger.writeNow(db -> JobTable.brokenOff(db, clock.instant()));
        }
    }

    public long waiting() {
        return ledger.read(JobTable::waiting);
    }

    List<String> waitingPrinters() {
        return ledger.read(JobTable::waitingPrinters);
    }

    /** Printers by name, those too that were removed while jobs wait for them. */
    Set<String> printersInUse() {
        return ledger.read(db -> {
            Set<String> names = new TreeSet<>(JobTable.waitingPrinters(db));
            PrinterTable.all(db).forEach(printer -> names.add(printer.name()));
            return names;
        });
    }

    /**
     * Prints the first badge of a person.
     *
     * @param printer by name; empty for that of their ticket
     * @throws NotPossible when there is one already, or no printer
     */
    public UUID print(Post post, Person person, Optional<String> printer) {
        UUID id = ids.get();
        ledger.writeNow(db -> {
            Optional<PrintJob> before = JobTable.first(db, person.id());
            if (before.isPresent()) {
                throw new NotPossible(before.get().mayExist() ? "badge.printed-before" : "badge.waits-already",
                        before.get().name(), Objects.requireNonNull(Times.iso(before.get().changedAt())),
                        before.get().printer());
            }
            JobTable.closeQuestions(db, person.id());
            JobTable.add(db, id, order(db, post, person, printer, Optional.empty()), clock.instant());
            QuestionTable.remove(db, person.id());
            return true;
        });
        bell.ring();
        return id;
    }

    /**
     * Prints a badge once more. What still waits for it in a queue of ours or of the system is cancelled before.
     *
     * @throws NotPossible without a reason, or where the staff member may not
     */
    public UUID printAgain(Post post, Person person, Optional<String> printer, String reason) {
        if (reason.isBlank()) {
            throw new NotPossible("badge.again.reason");
        }
        if (!post.allows(settings.get(BadgeSettings.REPRINT_ROLE))) {
            throw new NotPossible("badge.again.role", settings.get(BadgeSettings.REPRINT_ROLE).word());
        }
        of(person).forEach(this::cancelSpooled);
        UUID id = ids.get();
        ledger.writeNow(db -> {
            boolean first = JobTable.first(db, person.id()).isEmpty();
            JobTable.closeQuestions(db, person.id());
            QuestionTable.remove(db, person.id());
            JobTable.add(db, id, order(db, post, person, printer, Optional.of(reason.strip()).filter(_ -> !first)),
                    clock.instant());
            return true;
        });
        bell.ring();
        return id;
    }

    /**
     * Prints what a job did not, or may not have: a badge that never left the station is no reprint.
     *
     * @param reason of a reprint
     */
    public UUID repeat(Post post, Person person, PrintJob job, String reason) {
        return job.state() == PrintState.FAILED && !job.again() ? print(post, person, Optional.empty())
                : printAgain(post, person, Optional.empty(), reason);
    }

    public void notWanted(PrintJob job) {
        if (!cancel(job.id())) {
            ledger.writeNow(db -> {
                JobTable.closeQuestion(db, job.id());
                return true;
            });
        }
    }

    /** True where a first badge waits, or may exist. */
    public boolean hasBadge(Person person) {
        return ledger.read(db -> JobTable.first(db, person.id())).isPresent();
    }

    public void printAll(Post post, List<Person> people, String reason) {
        people.forEach(person -> {
            if (hasBadge(person)) {
                printAgain(post, person, Optional.empty(), reason);
            } else {
                print(post, person, Optional.empty());
            }
        });
    }

    public void cameOut(UUID id) {
        ledger.writeNow(db -> JobTable.move(db, id, PrintState.UNKNOWN, PrintState.CONFIRMED, clock.instant()));
    }

    /** Nothing is printed for a question of the other kinds. */
    public void notWanted(PrintQuestion question) {
        ledger.writeNow(db -> {
            QuestionTable.remove(db, question.attendee());
            return true;
        });
    }

    /** Takes a job that waits out of the queue; false where it waits no more. */
    public boolean cancel(UUID id) {
        boolean cancelled =
                ledger.writeNow(db -> JobTable.move(db, id, PrintState.QUEUED, PrintState.CANCELLED, clock.instant()));
        bell.ring();   // its printer's fault may be nobody's any more
        return cancelled;
    }

    private PrintOrder order(Db db, Post post, Person person, Optional<String> wanted, Optional<String> reason)
            throws SQLException {
        String ticket = person.ticket().map(held -> held.slug()).orElse("");
        Optional<String> printer = wanted.isPresent() ? wanted
                : PrinterTable.printer(db, PrinterTable.use(db, post.conference(), ticket));
        Printer known = PrinterTable.named(db, printer.orElseThrow(() -> new NotPossible("printer.not-set"))).orElseThrow(
                () -> new NotPossible("printer.unknown", printer.get()));
        return new PrintOrder(post.conference().id(), person.id(), QuestionTable.checkIn(db, person.id()), post.stationId(),
                Optional.ofNullable(post.staffId()), known.name(), reason);
    }

    private void cancelSpooled(PrintJob job) {
        if (job.state() == PrintState.QUEUED) {
            cancel(job.id());
        }
        job.spooled().ifPresent(name -> ledger.read(db -> PrinterTable.named(db, job.printer()))
                .filter(known -> new PrinterAddress(known.address()).printer(SPOOLER) instanceof SystemPrinter)
                .ifPresent(_ -> SystemPrinter.cancel(name, SPOOLER)));
    }
}
