package org.lanyard.cli;

import org.lanyard.Station;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Product;
import picocli.CommandLine.Option;

/** One of the three things a station does with a scan. */
final class ModeChoice {

    @Option(names = "--check-in", required = true, description = "entry to the venue") boolean checkIn;

    @Option(names = "--door", paramLabel = "SLUG", required = true,
            description = "admission to a ticket type's or an add-on's door") String door;

    @Option(names = "--redeem", paramLabel = "SLUG", required = true, arity = "0..1", fallbackValue = "",
            description = "hand out this add-on, or without one answer with the items") String redeem;

    Mode mode(Station station, Conference conference) {
        if (door != null) {
            return new Mode.Door(station.roster().product(conference, door, null));
        }
        if (redeem == null) {
            return new Mode.CheckIn();
        }
        return redeem.isEmpty() ? new Mode.Choose()
                : new Mode.Redeem(station.roster().product(conference, redeem, Product.Kind.ADDON));
    }
}
