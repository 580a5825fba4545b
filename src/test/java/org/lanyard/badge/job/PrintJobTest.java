package org.lanyard.badge.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.Soon;
import org.lanyard.Station;
import org.lanyard.StationConfig;
import org.lanyard.badge.BuiltInTemplates;
import org.lanyard.badge.printer.FakeZebra;
import org.lanyard.badge.printer.FakeZebra.Mood;
import org.lanyard.badge.printer.PrinterAddress;
import org.lanyard.roster.Person;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Mode;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Post;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Source;
import org.lanyard.scan.StationFault;

/** A print job is made with its check-in, once, and what may have come out is never sent again by itself. */
@Execution(ExecutionMode.CONCURRENT)
class PrintJobTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir Path folder;
    private FakeZebra zebra;
    private Station station;
    private Conference conference;
    private Post post;

    @BeforeEach
    void open() throws IOException {
        zebra = new FakeZebra();
        station = Station.open(new StationConfig(folder, Duration.ZERO));
        conference = station.rosterFiles().loadDemo();
        post = new Post(conference, station.venue().station("Desk 1"), "Desk 1", null, new Mode.CheckIn());
        station.printing().printers().set("Zebra", new PrinterAddress("zpl://127.0.0.1:" + zebra.port()));
        station.settings().set(BadgeSettings.WHEN, BadgeSettings.When.FIRST).join();
    }

    @AfterEach
    void close() throws IOException {
        station.close();
        zebra.close();
    }

    private Person somebody() {
        return station.roster().search(conference, "a", 200).stream()
                .filter(PrintJobTest::mayComeIn).findFirst().orElseThrow();
    }

    private static boolean mayComeIn(Person person) {
        return person.attention().isEmpty() && person.details().party() == 1 && !person.blocked()
                && person.ticket().isPresent() && person.active();
    }

    private Decision checkIn(Person person) {
        Scan scan = new Scan(station.ids().get(), person.accessCode(), Source.LINE, station.clock().instant());
        Decision decision = station.gate().decide(post, scan).join();
        assertThat(decision.verdict().recorded()).isTrue();
        return decision;
    }

    private List<PrintJob> printed() {
        station.printing().begin();
        station.printing().finish(LONG);
        return station.printing().jobs().all(conference);
    }

    @Test
    void aFirstCheckInPrintsAndAReEntryDoesNot() {
        Person person = somebody();
        checkIn(person);
        checkIn(person);
        assertThat(printed()).extracting(PrintJob::state, PrintJob::accessCode)
                .containsExactly(tuple(PrintState.CONFIRMED, person.accessCode()));
        assertThat(zebra.labels()).hasSize(1);
    }

    @Test
    void theDatabaseRefusesASecondFirstJobAndAStepBack() {
        Person person = somebody();
        checkIn(person);
        PrintJob job = station.printing().jobs().all(conference).getFirst();
        assertThatThrownBy(() -> station.ledger().writeNow(db -> {
            JobTable.add(db, station.ids().get(), new PrintOrder(conference.id(), person.id(), Optional.empty(), 0,
                    Optional.empty(), "Zebra", Optional.empty()), station.clock().instant());
            return null;
        })).isInstanceOf(StationFault.class);
        assertThatThrownBy(() -> station.ledger().writeNow(db -> JobTable.move(db, job.id(), PrintState.QUEUED,
                PrintState.CONFIRMED, station.clock().instant()))).isInstanceOf(StationFault.class);
    }

    @Test
    void aVoidedCheckInCancelsAJobThatWaitsAndTheNextOnePrints() {
        Person person = somebody();
        Decision first = checkIn(person);
        station.gate().voidRecord(first.scan().id(), "wrong person", post, station.clock().instant());
        checkIn(person);
        assertThat(printed()).extracting(PrintJob::state).containsExactly(PrintState.CANCELLED, PrintState.CONFIRMED);
        assertThat(zebra.labels()).hasSize(1);
    }

    @Test
    void aVoidedCheckInWhoseBadgeWasPrintedMakesTheNextOneAsk() {
        Person person = somebody();
        Decision first = checkIn(person);
        printed();
        station.gate().voidRecord(first.scan().id(), "wrong person", post, station.clock().instant());
        checkIn(person);
        assertThat(printed()).hasSize(1);
        assertThat(station.printing().jobs().questions(conference)).extracting(PrintQuestion::ask)
                .containsExactly(PrintQuestion.Ask.AGAIN);
    }

    @Test
    void aBrokenConnectionIsAskedAboutAndNeverSentAgain() {
        zebra.mood = Mood.DROPS_IN_THE_MIDDLE;
        Person person = somebody();
        checkIn(person);
        PrintJob unknown = printed().getFirst();
        assertThat(unknown.state()).isEqualTo(PrintState.UNKNOWN);
        zebra.mood = Mood.READY;
        assertThat(printed()).extracting(PrintJob::state).containsExactly(PrintState.UNKNOWN);
        assertThat(zebra.labels()).isEmpty();
        assertThatThrownBy(() -> station.printing().jobs().print(post, person, Optional.empty()))
                .isInstanceOf(NotPossible.class);
        station.printing().jobs().printAgain(post, person, Optional.empty(), "it did not come out");
        assertThat(printed()).extracting(PrintJob::state).containsExactly(PrintState.UNKNOWN, PrintState.CONFIRMED);
        assertThat(station.printing().jobs().questions(conference)).isEmpty();
    }

    @Test
    void paperOutKeepsTheJobAndTellsTheReason() {
        zebra.mood = Mood.PAPER_OUT;
        checkIn(somebody());
        assertThat(printed()).extracting(PrintJob::state).containsExactly(PrintState.QUEUED);
        assertThat(station.printing().troubles()).extracting(trouble -> trouble.why().key())
                .containsExactly("printer.paper");
    }

    @Test
    void aBadgeThatCannotBeDrawnIsSetAsideAndThoseBehindItArePrinted() {
        Person broken = somebody();
        String ticket = broken.ticket().orElseThrow().slug();
        String template = "<svg xmlns='http://www.w3.org/2000/svg' width='90mm' height='50mm'><script/></svg>";
        station.printing().printers().set(conference, new BadgeUse(ticket, template, Optional.of("Zebra")));
        checkIn(broken);
        Person next = station.roster().search(conference, "a", 200).stream().filter(person -> mayComeIn(person)
                && !person.ticket().orElseThrow().slug().equals(ticket)).findFirst().orElseThrow();
        checkIn(next);
        List<PrintJob> jobs = printed();
        assertThat(jobs).extracting(PrintJob::state).containsExactly(PrintState.FAILED, PrintState.CONFIRMED);
        assertThat(jobs.getFirst().failure().orElseThrow().toString())
                .isEqualTo("A template may not contain \"script\". Remove it from the drawing and try again.");
        assertThat(station.printing().troubles()).isEmpty();
        assertThat(station.printing().jobs().failed()).isEqualTo(1);
        station.printing().printers().set(conference,
                new BadgeUse(ticket, BuiltInTemplates.DEFAULT, Optional.of("Zebra")));
        station.printing().jobs().repeat(post, broken, jobs.getFirst(), "");
        assertThat(printed()).extracting(PrintJob::state, PrintJob::again).last()
                .isEqualTo(tuple(PrintState.CONFIRMED, false));
        assertThat(station.printing().jobs().failed()).isZero();
    }

    @Test
    void aVoidedCheckInTakesTheTroubleOfItsPrinterWithIt() {
        zebra.mood = Mood.PAPER_OUT;
        Decision only = checkIn(somebody());
        printed();
        assertThat(station.printing().troubles()).isNotEmpty();
        station.gate().voidRecord(only.scan().id(), "wrong person", post, station.clock().instant());
        Soon.until("the trouble is over", () -> station.printing().troubles().isEmpty());
        assertThat(zebra.labels()).isEmpty();
    }

    @Test
    void whatNobodyWantsIsAskedAboutNoMoreAndMayStillBeAReprint() {
        zebra.mood = Mood.DROPS_IN_THE_MIDDLE;
        Person person = somebody();
        checkIn(person);
        station.printing().jobs().notWanted(printed().getFirst());
        assertThat(station.printing().jobs().open(conference)).isEmpty();
        assertThat(station.printing().jobs().questions(conference)).isEmpty();
        assertThatThrownBy(() -> station.printing().jobs().print(post, person, Optional.empty()))
                .isInstanceOf(NotPossible.class);
    }

    @Test
    void aLabelIsCountedAndAReprintNeedsAReason() {
        station.printing().printers().setLabels("Zebra", Optional.of(21));
        Person person = somebody();
        checkIn(person);
        printed();
        assertThat(station.printing().printers().named("Zebra").fewLabels()).isTrue();
        assertThatThrownBy(() -> station.printing().jobs().printAgain(post, person, Optional.empty(), " "))
                .isInstanceOf(NotPossible.class);
        assertThat(station.roster().find(conference, Reading.of(person.accessCode()))).isPresent();
    }
}
