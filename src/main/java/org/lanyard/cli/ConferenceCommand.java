package org.lanyard.cli;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.lanyard.Station;
import org.lanyard.roster.Terms;
import org.lanyard.roster.TermsChange;
import org.lanyard.scan.Conference;
import org.lanyard.scan.TextLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.node.ArrayNode;

@Command(name = "conference", mixinStandardHelpOptions = true, description = "The conferences here, and their settings.")
final class ConferenceCommand {

    @ParentCommand RootCommand root;

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the conferences of this data folder.")
    int list(@Option(names = "--json", description = "answer in JSON") boolean json) {
        try (Station station = root.common.station()) {
            ArrayNode all = Json.array();
            for (Conference conference : station.roster().conferences()) {
                Terms terms = station.roster().terms(conference);
                String per = conference.redeemPer().word();
                if (json) {
                    all.addObject().put("slug", conference.slug()).put("name", conference.name())
                            .put("timezone", conference.zone().getId()).put("redeem_per", per)
                            .put("redeem_after_entry", terms.redeemAfterEntry())
                            .put("everybody_out", terms.everybodyOut().map(LocalTime::toString).orElse(null))
                            .put("currency", terms.currency().orElse(null));
                } else {
                    System.out.println("%s: %s, %s, items per %s".formatted(conference.slug(), conference.name(),
                            conference.zone(), per));
                }
            }
            if (json) {
                System.out.println(Json.line(all));
            }
            return 0;
        }
    }

    @Command(name = "set", mixinStandardHelpOptions = true, description = "Changes a conference's settings.")
    int set(@Option(names = "--name", description = "its name") Optional<String> name,
            @Option(names = "--timezone", description = "the venue's time zone") Optional<String> timezone,
            @Option(names = "--redeem-per", paramLabel = "attendee|line",
                    description = "count a shared order line's quantity per attendee or per line") Optional<String> per,
            @Option(names = "--redeem-after-entry", paramLabel = "yes|no",
                    description = "hand out only to those who have checked in") Optional<String> afterEntry,
            @Option(names = "--everybody-out", paramLabel = "HH:MM|none",
                    description = "the time of day at which everybody counts as having left") Optional<String> everybodyOut,
            @Option(names = "--currency", paramLabel = "EUR",
                    description = "of what is paid at the desk") Optional<String> currency) {
        TermsChange change = new TermsChange(afterEntry.map(answer -> Names.yes(answer, "--redeem-after-entry")),
                everybodyOut.map(ConferenceCommand::time), currency.map(ConferenceCommand::currency));
        Optional<Conference.RedeemPer> redeemPer = per.map(ConferenceCommand::redeemPer);
        if (name.filter(String::isBlank).isPresent()) {
            throw new WrongUsage("--name takes a name.");
        }
        name.ifPresent(text -> Names.checkText(text, TextLimits.NAME, "--name"));
        Optional<ZoneId> zone = timezone.map(RosterImportCommand::zone);
        try (Station station = root.common.station()) {
            Conference conference = root.common.conference(station);
            station.roster().set(conference, name.orElse(null), zone.orElse(null), redeemPer.orElse(null));
            station.roster().set(conference, change);
            return 0;
        }
    }

    private static Optional<LocalTime> time(String given) {
        if (given.equalsIgnoreCase("none")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalTime.parse(given).truncatedTo(ChronoUnit.MINUTES));
        } catch (DateTimeException malformed) {
            throw new WrongUsage("--everybody-out takes a time of day such as 03:00, or none.");
        }
    }

    private static String currency(String given) {
        String code = given.toUpperCase(Locale.ROOT);
        if (Currency.getAvailableCurrencies().stream().noneMatch(known -> known.getCurrencyCode().equals(code))) {
            throw new WrongUsage("--currency takes a currency's three letters, such as EUR.");
        }
        return code;
    }

    private static Conference.RedeemPer redeemPer(String word) {
        try {
            return Conference.RedeemPer.of(word.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new WrongUsage("--redeem-per takes attendee or line.");
        }
    }
}
