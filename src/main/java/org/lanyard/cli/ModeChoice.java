package org.lanyard.cli;

import java.util.Optional;
import org.lanyard.Station;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Product;
import picocli.CommandLine.Option;

final class ModeChoice {

    @Option(names = "--check-in", required = true, description = "check in at the venue") boolean checkIn;

    @Option(names = "--door", paramLabel = "SLUG", required = true,
            description = "admit at the door of a ticket type or an add-on") Optional<String> door;

    @Option(names = "--redeem", paramLabel = "SLUG", required = true, arity = "0..1", fallbackValue = "",
            description = "hand out this add-on; without SLUG, answer with the items to choose from") Optional<String> redeem;

    @Option(names = "--exit", paramLabel = "SLUG", required = true, arity = "0..1", fallbackValue = "",
            description = "let people leave the room of this ticket type or add-on; without SLUG, the venue") Optional<String> exit;

    Mode mode(Station station, Conference conference) {
        if (door.isPresent()) {
            return new Mode.Door(station.roster().product(conference, door.get(), null));
        }
        if (exit.isPresent()) {
            return new Mode.Exit(exit.filter(slug -> !slug.isEmpty())
                    .map(slug -> station.roster().product(conference, slug, null)));
        }
        return redeem.map(addon -> redeem(station, conference, addon)).orElseGet(Mode.CheckIn::new);
    }

    private static Mode redeem(Station station, Conference conference, String addon) {
        return addon.isEmpty() ? new Mode.Choose()
                : new Mode.Redeem(station.roster().product(conference, addon, Product.Kind.ADDON));
    }
}
