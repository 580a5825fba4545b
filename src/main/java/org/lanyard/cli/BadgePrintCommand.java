package org.lanyard.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.lanyard.Station;
import org.lanyard.badge.job.PrintJob;
import org.lanyard.badge.job.PrintState;
import org.lanyard.roster.Person;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Mode;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Post;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Sentence;
import org.lanyard.scan.TextLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "print", mixinStandardHelpOptions = true, description = "Prints the badges of these people.")
final class BadgePrintCommand implements Callable<Integer> {

    // Enough for one badge and a printer that answers at the last moment.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ParentCommand BadgeCommand parent;

    @Parameters(paramLabel = "CODE", arity = "1..*") List<String> codes;

    @Option(names = "--printer", paramLabel = "NAME",
            description = "one of \"printer list\" (default: that of the person's ticket)") Optional<String> printer;

    @Option(names = "--again", description = "print a badge once more that was printed before") boolean again;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why it is printed again") Optional<String> reason;

    @Option(names = "--staff", paramLabel = "NAME", description = "the staff member who prints") Optional<String> staff;

    @Override
    public Integer call() {
        Names.check(staff, "--staff");
        reason.ifPresent(text -> Names.checkText(text, TextLimits.NOTE, "--reason"));
        if (again != reason.filter(text -> !text.isBlank()).isPresent()) {
            throw new WrongUsage("--again and --reason TEXT go together.");
        }
        try (Station station = parent.root.common.station()) {
            Conference conference = parent.root.common.conference(station);
            Post post = new Post(conference, 0, "", staff.map(station.venue()::staff).orElse(null), new Mode.CheckIn());
            printer.ifPresent(station.printing().printers()::named);
            List<Person> people = codes.stream().map(code -> person(station, conference, code)).toList();
            int worst = 0;
            station.printing().begin();
            for (Person person : people) {
                worst = Math.max(worst, print(station, post, person));
            }
            return worst;
        }
    }

    private static Person person(Station station, Conference conference, String code) {
        return station.roster().find(conference, Reading.of(code))
                .orElseThrow(() -> new NotPossible("person.no-code", conference.slug(), code));
    }

    private int print(Station station, Post post, Person person) {
        try {
            UUID id = again ? station.printing().jobs().printAgain(post, person, printer, reason.orElseThrow())
                    : station.printing().jobs().print(post, person, printer);
            station.printing().finish(PATIENCE.multipliedBy(codes.size()));
            return told(station, station.printing().jobs().byId(id));
        } catch (NotPossible refused) {
            System.err.println(refused.sentence());
            return 1;
        }
    }

    private static int told(Station station, PrintJob job) {
        String who = job.accessCode() + ": ";
        switch (job.state()) {
            case SENT -> System.out.println(who + "sent to " + job.printer() + ".");
            case CONFIRMED -> System.out.println(who + "printed on " + job.printer() + ".");
            case CANCELLED -> System.out.println(who + "not printed: it was printed elsewhere, or cancelled.");
            case FAILED -> System.out.println(who + "not printed. " + job.failure().orElse(Sentence.NONE));
            case QUEUED, SENDING -> System.out.println(who + "waits for " + job.printer() + "."
                    + station.printing().troubles().stream().filter(trouble -> trouble.printer().equals(job.printer()))
                            .map(trouble -> " " + trouble.why()).findFirst().orElse(""));
            case UNKNOWN -> System.out.println(who + "it is not known whether it came out. Look, and if not, print it with"
                    + " --again --reason TEXT.");
        }
        boolean done = job.state() == PrintState.SENT || job.state() == PrintState.CONFIRMED;
        return done || station.printing().printsElsewhere() && job.state() != PrintState.UNKNOWN ? 0 : 1;
    }
}
