package org.lanyard.cli;

import java.util.Optional;
import org.lanyard.Station;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "door", mixinStandardHelpOptions = true, description = "Products that are checked at a door of their own.")
final class DoorCommand {

    @ParentCommand RootCommand root;

    @Command(name = "set", mixinStandardHelpOptions = true, description = "Makes a product a door, with a capacity.")
    int set(@Parameters(paramLabel = "SLUG") String slug,
            @Option(names = "--capacity", paramLabel = "N|none", required = true,
                    description = "how many distinct people it admits") String capacity) {
        Optional<Integer> people = people(capacity);
        try (Station station = root.common.station()) {
            station.venue().setCapacity(station.roster().product(root.common.conference(station), slug, null),
                    people.orElse(null));
            return 0;
        }
    }

    private Optional<Integer> people(String capacity) {
        if (capacity.equalsIgnoreCase("none")) {
            return Optional.empty();
        }
        if (!capacity.matches("[0-9]{1,9}")) {
            throw new WrongUsage("--capacity takes a number or none.");
        }
        return Optional.of(Integer.valueOf(capacity));
    }
}
