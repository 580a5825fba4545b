package org.lanyard.cli;

import java.util.Optional;
import org.lanyard.Station;
import org.lanyard.scan.Product;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "door", mixinStandardHelpOptions = true, description = "Products that are checked at a door of their own.")
final class DoorCommand {

    @ParentCommand RootCommand root;

    @Command(name = "set", mixinStandardHelpOptions = true,
            description = "Makes a product a door, with a capacity, and whether its exits count.")
    int set(@Parameters(paramLabel = "SLUG") String slug,
            @Option(names = "--capacity", paramLabel = "N|none",
                    description = "how many people it admits") Optional<String> capacity,
            @Option(names = "--count-exits", paramLabel = "yes|no",
                    description = "whether the capacity is of those inside, exits counted") Optional<String> exits) {
        if (capacity.isEmpty() && exits.isEmpty()) {
            throw new WrongUsage("door set takes --capacity, --count-exits, or both.");
        }
        Optional<Optional<Integer>> people = capacity.map(this::people);
        Optional<Boolean> countExits = exits.map(answer -> Names.yes(answer, "--count-exits"));
        try (Station station = root.common.station()) {
            Product door = station.roster().product(root.common.conference(station), slug, null);
            people.ifPresent(most -> station.venue().setCapacity(door, most.orElse(null)));
            countExits.ifPresent(counts -> station.venue().setCountExits(door, counts));
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
