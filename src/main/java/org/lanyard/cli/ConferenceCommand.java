package org.lanyard.cli;

import java.util.Locale;
import org.lanyard.Station;
import org.lanyard.scan.Conference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

@Command(name = "conference", mixinStandardHelpOptions = true, description = "The conferences here, and their settings.")
final class ConferenceCommand {

    @ParentCommand RootCommand root;

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the conferences of this data folder.")
    int list(@Option(names = "--json", description = "answer in JSON") boolean json) {
        try (Station station = root.common.station()) {
            ArrayNode all = JsonMapper.shared().createArrayNode();
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
                System.out.println(JsonMapper.shared().writeValueAsString(all));
            }
            return 0;
        }
    }

    @Command(name = "set", mixinStandardHelpOptions = true, description = "Changes a conference's settings.")
    int set(@Option(names = "--name", description = "its name") String name,
            @Option(names = "--timezone", description = "the venue's time zone") String timezone,
            @Option(names = "--redeem-per", paramLabel = "attendee|line",
                    description = "whose quantity a shared order line is") String per) {
        Conference.RedeemPer redeemPer = redeemPer(per);
        if (name != null && name.isBlank()) {
            throw new WrongUsage("--name takes a name.");
        }
        var zone = RosterImportCommand.zone(timezone);
        try (Station station = root.common.station()) {
            station.roster().set(root.common.conference(station), name, zone, redeemPer);
            return 0;
        }
    }

    private Conference.RedeemPer redeemPer(String word) {
        try {
            return word == null ? null : Conference.RedeemPer.of(word.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new WrongUsage("--redeem-per takes attendee or line.");
        }
    }
}
