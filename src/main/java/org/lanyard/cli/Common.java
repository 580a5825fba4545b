package org.lanyard.cli;

import java.nio.file.Path;
import java.time.Duration;
import org.lanyard.Station;
import org.lanyard.StationConfig;
import org.lanyard.scan.Conference;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What every command understands, before or after its name. */
final class Common {

    @Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT,
            description = "where this station keeps everything (default: LANYARD_DATA, else the user's data folder)") Path data;

    @Option(names = "--conference", paramLabel = "SLUG", scope = ScopeType.INHERIT,
            description = "which conference, where there are several") String conference;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "show what is behind an error") boolean debug;

    Path folder() {
        if (data != null && data.toString().isEmpty()) {
            throw new WrongUsage("--data takes a folder.");
        }
        return data == null ? Lanyard.defaultFolder() : data;
    }

    StationConfig config(Duration repeatWindow) {
        return new StationConfig(folder(), repeatWindow);
    }

    /** The station of the data folder; the repeat window is off. */
    Station station() {
        return Station.open(config(Duration.ZERO));
    }

    Conference conference(Station station) {
        if (conference != null && conference.isBlank()) {
            throw new WrongUsage("--conference takes a conference's slug.");
        }
        return station.roster().conference(conference);
    }
}
