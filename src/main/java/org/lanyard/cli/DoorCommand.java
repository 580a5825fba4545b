package org.lanyard.cli;

import org.lanyard.Station;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "door", mixinStandardHelpOptions = true, description = "What is checked at an entrance of its own.")
final class DoorCommand {

    @ParentCommand RootCommand root;

    @Command(name = "set", mixinStandardHelpOptions = true, description = "Makes a product a door, with a capacity.")
    int set(@Parameters(paramLabel = "SLUG") String slug,
            @Option(names = "--capacity", paramLabel = "N|none", required = true,
                    description = "how many distinct people") String capacity) {
        Integer people = people(capacity);
        try (Station station = root.common.station()) {
            station.venue().setCapacity(station.roster().product(root.common.conference(station), slug, null), people);
            return 0;
        }
    }

    private Integer people(String capacity) {
        if (capacity.equalsIgnoreCase("none")) {
            return null;
        }
        if (!capacity.matches("[0-9]{1,9}")) {
            throw new WrongUsage("--capacity takes a number or none.");
        }
        return Integer.valueOf(capacity);
    }
}
