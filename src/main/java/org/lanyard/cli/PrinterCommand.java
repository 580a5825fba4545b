package org.lanyard.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.lanyard.Station;
import org.lanyard.badge.TestPrint;
import org.lanyard.badge.job.BadgeSettings;
import org.lanyard.badge.job.BadgeUse;
import org.lanyard.badge.job.Printer;
import org.lanyard.badge.job.Printing;
import org.lanyard.badge.printer.LabelPrinter;
import org.lanyard.badge.printer.LabelPrinter.Outcome;
import org.lanyard.badge.printer.PrinterAddress;
import org.lanyard.badge.printer.SystemPrinter;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Product;
import org.lanyard.scan.Role;
import org.lanyard.scan.Sentence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.node.ArrayNode;

@Command(name = "printer", mixinStandardHelpOptions = true, description = "The printers of this station.")
final class PrinterCommand {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_LABELS = 100_000;

    @ParentCommand RootCommand root;

    @Command(name = "list", mixinStandardHelpOptions = true,
            description = "Lists the printers with what they print, and the system's printers.")
    int list(@Option(names = "--json", description = "as JSON") boolean json) {
        try (Station station = root.common.station()) {
            List<Printer> all = station.printing().printers().all();
            if (json) {
                ArrayNode array = Json.array();
                all.forEach(each -> array.add(Json.put(Json.object().put("name", each.name()).put("address", each.address()),
                        "labels_left", each.labelsLeft())));
                System.out.println(Json.line(array));
                return 0;
            }
            all.forEach(each -> System.out.println(each.name() + "  " + each.address() + labels(each.labelsLeft())));
            SystemPrinter.names(PATIENCE).forEach(name -> System.err.println("The system has: system:" + name));
            return 0;
        }
    }

    private static String labels(OptionalInt left) {
        return left.isEmpty() ? "" : "  " + left.getAsInt() + " labels left";
    }

    @Command(name = "set", mixinStandardHelpOptions = true,
            description = "Adds a printer or changes it: its address, what it prints, when.")
    int set(@Parameters(paramLabel = "NAME") String name,
            @Parameters(paramLabel = "ADDRESS", arity = "0..1",
                    description = "zpl://HOST[:PORT][?dpi=300], brother://HOST, system:NAME or folder:PATH") Optional<String> address,
            @Option(names = "--ticket", paramLabel = "SLUG",
                    description = "prints the badges of this ticket type (default: of every other)") Optional<String> ticket,
            @Option(names = "--template", paramLabel = "FILE",
                    description = "an SVG, or a built-in template's name") Optional<String> template,
            @Option(names = "--labels", paramLabel = "N|none", description = "labels on the roll") Optional<String> labels,
            @Option(names = "--when", paramLabel = "off|first|ask",
                    description = "whether a first check-in prints") Optional<BadgeSettings.When> when,
            @Option(names = "--reprint-role", paramLabel = "ROLE",
                    description = "whoever prints again has at least this role") Optional<Role> role,
            @Option(names = "--remove", description = "remove the printer") boolean remove) {
        Optional<PrinterAddress> to = address.map(PrinterAddress::new);
        Optional<Optional<Integer>> left = labels.map(PrinterCommand::count);
        Optional<String> drawing = template.map(BadgeTemplateChoice::stored);
        try (Station station = root.common.station()) {
            Printing printing = station.printing();
            to.ifPresent(where -> printing.printers().set(name, where));
            String known = printing.printers().named(name).name();
            left.ifPresent(count -> printing.printers().setLabels(known, count));
            if (ticket.isPresent() || drawing.isPresent()) {
                use(station, known, ticket, drawing);
            }
            when.ifPresent(chosen -> station.settings().set(BadgeSettings.WHEN, chosen).join());
            role.ifPresent(chosen -> station.settings().set(BadgeSettings.REPRINT_ROLE, chosen).join());
            if (remove) {
                printing.printers().remove(known);
            }
            return 0;
        }
    }

    private void use(Station station, String printer, Optional<String> ticket, Optional<String> drawing) {
        Conference conference = root.common.conference(station);
        String slug = ticket.map(given -> station.roster().product(conference, given, Product.Kind.TICKET_TYPE).slug())
                .orElse("");
        BadgeUse before = station.printing().printers().use(conference, slug);
        station.printing().printers().set(conference,
                new BadgeUse(slug, drawing.orElse(before.template()), Optional.of(printer)));
    }

    private static Optional<Integer> count(String labels) {
        if (labels.equals("none")) {
            return Optional.empty();
        }
        if (!labels.matches("[0-9]{1,6}") || Integer.parseInt(labels) > MOST_LABELS) {
            throw new WrongUsage("--labels takes 0 to " + MOST_LABELS + ", or none.");
        }
        return Optional.of(Integer.valueOf(labels));
    }

    @Command(name = "test", mixinStandardHelpOptions = true,
            description = "Prints a label with rulers, to see that its size is right.")
    int test(@Parameters(paramLabel = "NAME") String name) {
        try (Station station = root.common.station()) {
            Printer known = station.printing().printers().named(name);
            LabelPrinter printer = new PrinterAddress(known.address()).printer();
            return told(printer.readiness() instanceof LabelPrinter.Readiness.NotReady(Sentence why)
                    ? new Outcome.NothingSent(why)
                    : printer.print(TestPrint.of(station.printing().drawing().usedWith(known), known.name())));
        }
    }

    private static int told(Outcome outcome) {
        switch (outcome) {
            case Outcome.Confirmed _ -> System.out.println("Printed.");
            case Outcome.Sent _ -> System.out.println("Sent to the printer.");
            case Outcome.NothingSent(Sentence why) -> System.err.println(why);
            case Outcome.Unknown(Sentence why) -> System.err.println(why);
        }
        return outcome instanceof Outcome.Confirmed || outcome instanceof Outcome.Sent ? 0 : 1;
    }
}
