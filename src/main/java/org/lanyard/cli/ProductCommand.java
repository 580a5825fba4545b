package org.lanyard.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.lanyard.Station;
import org.lanyard.roster.Catalogue;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Product;
import org.lanyard.scan.TextLimits;
import org.lanyard.scan.ValidTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "product", mixinStandardHelpOptions = true,
        description = "Ticket types and add-ons, and when they are valid.")
final class ProductCommand {

    @ParentCommand RootCommand root;

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists ticket types and add-ons.")
    int list(@Option(names = "--json", description = "answer in JSON") boolean json) {
        try (Station station = root.common.station()) {
            List<Catalogue.Entry> all = station.roster().catalogue().of(root.common.conference(station));
            if (json) {
                ArrayNode list = Json.array();
                all.forEach(entry -> put(entry, list.addObject()));
                System.out.println(Json.line(list));
            } else {
                all.forEach(entry -> System.out.println(text(entry)));
            }
            return 0;
        }
    }

    private static void put(Catalogue.Entry entry, ObjectNode node) {
        node.put("kind", entry.product().kind().prefix()).put("slug", entry.product().slug())
                .put("name", entry.product().name()).set("valid", Answer.times(entry.valid()));
        Json.put(node, "per_day", entry.perDay() == 0 ? OptionalInt.empty() : OptionalInt.of(entry.perDay()));
        Json.put(node, "colour", entry.colour());
    }

    private static String text(Catalogue.Entry entry) {
        return "%s:%s: %s, valid %s%s".formatted(entry.product().kind().prefix(), entry.product().slug(),
                entry.product().name(), entry.valid().isEmpty() ? "always" : ValidTime.line(entry.valid()),
                entry.perDay() == 0 ? "" : ", " + entry.perDay() + " a day");
    }

    @Command(name = "set", mixinStandardHelpOptions = true, description = "Changes a ticket type or an add-on.")
    int set(@Parameters(paramLabel = "SLUG") String slug,
            @Option(names = "--name", paramLabel = "NAME", description = "its name") Optional<String> name,
            @Option(names = "--valid", paramLabel = "FROM/TO|always",
                    description = "a time in which it is valid, the venue's, such as 2027-05-14/2027-05-15 or"
                            + " 2027-05-14T11:30/2027-05-14T14:00; may be given several times") List<String> valid,
            @Option(names = "--per-day", paramLabel = "N|none",
                    description = "units of an add-on that one person may have a day") Optional<String> perDay,
            @Option(names = "--colour", paramLabel = "RRGGBB",
                    description = "its colour on screens") Optional<String> colour) {
        name.ifPresent(text -> Names.checkText(text, TextLimits.NAME, "--name"));
        if (name.filter(String::isBlank).isPresent()) {
            throw new WrongUsage("--name takes a name.");
        }
        Catalogue.Change change = new Catalogue.Change(name.map(String::strip), colour.map(ProductCommand::colour),
                Optional.ofNullable(valid).map(ProductCommand::times), perDay.map(ProductCommand::limit));
        try (Station station = root.common.station()) {
            Conference conference = root.common.conference(station);
            Product product = station.roster().product(conference, slug, null);
            if (perDay.isPresent() && product.kind() != Product.Kind.ADDON) {
                throw new WrongUsage("--per-day is for add-ons only.");
            }
            station.roster().catalogue().set(conference, product, change);
            return 0;
        }
    }

    private static List<ValidTime> times(List<String> given) {
        if (given.size() == 1 && given.getFirst().equalsIgnoreCase("always")) {
            return List.of();
        }
        List<ValidTime> times = new ArrayList<>();
        for (String time : given) {
            times.add(ValidTime.of(time).orElseThrow(() -> new WrongUsage("--valid takes FROM/TO, such as"
                    + " 2027-05-14/2027-05-15 or 2027-05-14T11:30/2027-05-14T14:00, the end after the beginning, or always.")));
        }
        return times;
    }

    private static int limit(String given) {
        if (given.equalsIgnoreCase("none")) {
            return 0;
        }
        if (!given.matches("[0-9]{1,6}") || Integer.parseInt(given) == 0) {
            throw new WrongUsage("--per-day takes a number from 1 on, or none.");
        }
        return Integer.parseInt(given);
    }

    private static String colour(String given) {
        String digits = given.replaceFirst("^#", "").toUpperCase(Locale.ROOT);
        if (!digits.matches("[0-9A-F]{6}")) {
            throw new WrongUsage("--colour takes six hexadecimal digits, such as 3DD68C.");
        }
        return digits;
    }
}
