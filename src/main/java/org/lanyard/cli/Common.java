package org.lanyard.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.lanyard.Station;
import org.lanyard.StationConfig;
import org.lanyard.scan.Conference;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

final class Common {

    @Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT,
            description = "the folder with everything this station keeps (default: LANYARD_DATA, else the user's data folder)") Optional<Path> data =
                    Optional.empty();

    @Option(names = "--conference", paramLabel = "SLUG", scope = ScopeType.INHERIT,
            description = "the conference, if this folder has several") Optional<String> conference = Optional.empty();

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "show the stack trace of an error") boolean debug;

    Path folder() {
        if (data.filter(folder -> folder.toString().isEmpty()).isPresent()) {
            throw new WrongUsage("--data takes a folder.");
        }
        return data.orElseGet(Lanyard::defaultFolder);
    }

    StationConfig config(Duration repeatWindow) {
        return new StationConfig(folder(), repeatWindow);
    }

    /** Opens the station of the data folder with no repeat window. */
    Station station() {
        return Station.open(config(Duration.ZERO));
    }

    Conference conference(Station station) {
        if (conference.filter(String::isBlank).isPresent()) {
            throw new WrongUsage("--conference takes a conference's slug.");
        }
        return station.roster().conference(conference.orElse(null));
    }
}
