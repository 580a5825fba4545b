package org.lanyard.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.lanyard.Station;
import org.lanyard.roster.Corrections.Newcomer;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Product;
import org.lanyard.scan.TextLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "add", mixinStandardHelpOptions = true, description = "Adds a person who is not on the roster.")
final class PersonAddCommand implements Callable<Integer> {

    @ParentCommand PersonCommand parent;

    @Parameters(paramLabel = "CODE") String code;

    @Option(names = "--name", required = true, description = "their name") String name;

    @Option(names = "--email", defaultValue = "", description = "their e-mail address") String email;

    @Option(names = "--company", defaultValue = "", description = "their company") String company;

    @Option(names = "--ticket", paramLabel = "SLUG",
            description = "a ticket type, on a paid order of their own") Optional<String> ticket;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why") String reason;

    @Override
    public Integer call() {
        if (name.isBlank()) {
            throw new WrongUsage("--name takes a name.");
        }
        Names.checkText(name, TextLimits.NAME, "--name");
        Names.checkText(email, TextLimits.NAME, "--email");
        Names.checkText(company, TextLimits.NAME, "--company");
        PersonCommand.checkReason(reason);
        try (Station station = parent.root.common.station()) {
            Conference conference = parent.root.common.conference(station);
            Product product = ticket.map(slug -> station.roster().product(conference, slug, Product.Kind.TICKET_TYPE))
                    .orElse(null);
            station.corrections().add(parent.post(station, conference), new Newcomer(code, name, email, company, product),
                    reason);
            return 0;
        }
    }
}
