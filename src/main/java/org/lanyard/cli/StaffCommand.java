package org.lanyard.cli;

import org.lanyard.Station;
import org.lanyard.scan.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "staff", mixinStandardHelpOptions = true, description = "Staff members and their roles.")
final class StaffCommand {

    @ParentCommand RootCommand root;

    @Command(name = "set", mixinStandardHelpOptions = true, description = "Sets the role of a staff member.")
    int set(@Parameters(paramLabel = "NAME") String name,
            @Option(names = "--role", paramLabel = "volunteer|lead|administrator", required = true) Role role) {
        Names.check(name, "NAME");
        try (Station station = root.common.station()) {
            station.venue().setRole(name, role);
            return 0;
        }
    }
}
