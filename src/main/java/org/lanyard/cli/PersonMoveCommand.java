package org.lanyard.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.lanyard.Station;
import org.lanyard.roster.Person;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Product;
import org.lanyard.scan.TextLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "move", mixinStandardHelpOptions = true,
        description = "Moves a person's tickets to another person; what was used moves along with its item.")
final class PersonMoveCommand implements Callable<Integer> {

    @ParentCommand PersonCommand parent;

    @Parameters(paramLabel = "CODE") String code;

    @Parameters(paramLabel = "TO-CODE") String to;

    @Option(names = "--ticket", paramLabel = "SLUG",
            description = "this ticket (default: all of them)") Optional<String> ticket;

    @Option(names = "--with-items", description = "the items too") boolean withItems;

    @Option(names = "--name", description = "the name of a person who is new") Optional<String> name;

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "moved", description = "why") String reason;

    @Override
    public Integer call() {
        name.ifPresent(text -> Names.checkText(text, TextLimits.NAME, "--name"));
        PersonCommand.checkReason(reason);
        try (Station station = parent.root.common.station()) {
            Conference conference = parent.root.common.conference(station);
            Person person = PersonCommand.person(station, conference, code);
            Optional<Product> product =
                    ticket.map(slug -> station.roster().product(conference, slug, Product.Kind.TICKET_TYPE));
            station.corrections().move(parent.post(station, conference), person.id(), to, product, withItems, name, reason)
                    .forEach(moved -> System.out.println(moved.sentence()));
            return 0;
        }
    }
}
