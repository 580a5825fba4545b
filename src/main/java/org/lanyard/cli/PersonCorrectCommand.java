package org.lanyard.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.lanyard.Station;
import org.lanyard.roster.Correction;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Detail;
import org.lanyard.scan.Product;
import org.lanyard.scan.TextLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "correct", mixinStandardHelpOptions = true,
        description = "Corrects what the roster says of a person, all of it or nothing.")
final class PersonCorrectCommand implements Callable<Integer> {

    // No ticket costs more, in minor units.
    private static final BigDecimal MOST = BigDecimal.valueOf(100_000_000);
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}([.][0-9]{1,9})?");

    @ParentCommand PersonCommand parent;

    @Parameters(paramLabel = "CODE") String code;

    @Option(names = "--name", description = "their name") Optional<String> name;

    @Option(names = "--email", description = "their e-mail address; empty for none") Optional<String> email;

    @Option(names = "--company", description = "their company; empty for none") Optional<String> company;

    @Option(names = "--field", paramLabel = "NAME=VALUE", description = "a shown field") Map<String, String> fields =
            new LinkedHashMap<>();

    @Option(names = "--ticket", paramLabel = "SLUG", description = "another ticket type") Optional<String> ticket;

    @Option(names = "--add-item", paramLabel = "SLUG[:N]",
            description = "units of an add-on (default: 1)") List<String> added =
                    List.of();

    @Option(names = "--remove-item", paramLabel = "SLUG",
            description = "an add-on that they no longer have") List<String> removed =
                    List.of();

    @Option(names = "--order-status", paramLabel = "STATUS",
            description = "pending, paid, partially_refunded, refunded or cancelled") Optional<String> status;

    @Option(names = "--attention", paramLabel = "TEXT",
            description = "the attention note; empty for none") Optional<String> attention;

    @Option(names = "--paid", paramLabel = "25.00", description = "an amount that was taken in") Optional<String> paid;

    @Option(names = "--means", paramLabel = "cash|card|other",
            description = "how it was paid") Optional<Correction.Means> means;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why") String reason;

    @Override
    public Integer call() {
        check();
        try (Station station = parent.root.common.station()) {
            Conference conference = parent.root.common.conference(station);
            List<Correction> corrections = corrections(station, conference);
            if (corrections.isEmpty()) {
                throw new WrongUsage("Say what to correct, for instance with --name.");
            }
            station.corrections().correct(parent.post(station, conference),
                    PersonCommand.person(station, conference, code).id(),
                    corrections, reason);
            return 0;
        }
    }

    private void check() {
        PersonCommand.checkReason(reason);
        if (name.filter(String::isBlank).isPresent()) {
            throw new WrongUsage("--name takes a name.");
        }
        name.ifPresent(text -> Names.checkText(text, TextLimits.NAME, "--name"));
        email.ifPresent(text -> Names.checkText(text, TextLimits.NAME, "--email"));
        company.ifPresent(text -> Names.checkText(text, TextLimits.NAME, "--company"));
        attention.ifPresent(text -> Names.checkText(text, TextLimits.NOTE, "--attention"));
        fields.forEach((field, value) -> Names.checkText(field + value, TextLimits.NOTE, "--field"));
        if (paid.isPresent() != means.isPresent()) {
            throw new WrongUsage("--paid and --means go together.");
        }
    }

    private List<Correction> corrections(Station station, Conference conference) {
        List<Correction> all = new ArrayList<>();
        name.ifPresent(text -> all.add(new Correction.Text(Detail.NAME, text.strip())));
        email.ifPresent(text -> all.add(new Correction.Text(Detail.EMAIL, text.strip())));
        company.ifPresent(text -> all.add(new Correction.Text(Detail.COMPANY, text.strip())));
        fields.forEach((field, value) -> all.add(new Correction.Shown(field, value)));
        ticket.ifPresent(slug -> all.add(
                new Correction.Ticket(station.roster().product(conference, slug, Product.Kind.TICKET_TYPE))));
        removed.forEach(slug -> all.add(new Correction.NoMore(addon(station, conference, slug))));
        added.forEach(item -> all.add(more(station, conference, item)));
        status.ifPresent(word -> all.add(new Correction.OrderStatus(word.toLowerCase(Locale.ROOT))));
        attention.ifPresent(note -> all.add(new Correction.Attention(note)));
        paid.ifPresent(amount -> all.add(
                new Correction.Paid(minor(amount, station.till().currency(conference)), means.orElseThrow())));
        return all;
    }

    private static Product addon(Station station, Conference conference, String slug) {
        return station.roster().product(conference, slug, Product.Kind.ADDON);
    }

    private static Correction more(Station station, Conference conference, String item) {
        int colon = item.lastIndexOf(':');
        boolean counted = colon > 0 && item.substring(colon + 1).matches("[1-9][0-9]{0,3}");
        return new Correction.More(addon(station, conference, counted ? item.substring(0, colon) : item),
                counted ? Integer.parseInt(item.substring(colon + 1)) : 1);
    }

    private static long minor(String amount, Currency currency) {
        BigDecimal minor = AMOUNT.matcher(amount).matches()
                ? new BigDecimal(amount).movePointRight(currency.getDefaultFractionDigits()) : BigDecimal.ZERO;
        if (minor.signum() <= 0 || minor.compareTo(MOST) > 0 || minor.stripTrailingZeros().scale() > 0) {
            throw new WrongUsage("--paid takes an amount in " + currency.getCurrencyCode() + ", as 25.00.");
        }
        return minor.longValueExact();
    }
}
