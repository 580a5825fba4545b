package org.lanyard.cli;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.lanyard.Station;
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
                String per = conference.redeemPer().word();
                if (json) {
                    all.addObject().put("slug", conference.slug()).put("name", conference.name())
                            .put("timezone", conference.zone().getId()).put("redeem_per", per);
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
                    description = "count a shared order line's quantity per attendee or per line") Optional<String> per) {
        Optional<Conference.RedeemPer> redeemPer = per.map(ConferenceCommand::redeemPer);
        if (name.filter(String::isBlank).isPresent()) {
            throw new WrongUsage("--name takes a name.");
        }
        name.ifPresent(text -> Names.checkText(text, TextLimits.NAME, "--name"));
        Optional<ZoneId> zone = timezone.map(RosterImportCommand::zone);
        try (Station station = root.common.station()) {
            Conference conference = root.common.conference(station);
            station.roster().set(conference, name.orElse(conference.name()), zone.orElse(conference.zone()),
                    redeemPer.orElse(conference.redeemPer()));
            return 0;
        }
    }

    private static Conference.RedeemPer redeemPer(String word) {
        try {
            return Conference.RedeemPer.of(word.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new WrongUsage("--redeem-per takes attendee or line.");
        }
    }
}
