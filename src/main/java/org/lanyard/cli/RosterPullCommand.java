package org.lanyard.cli;

import java.util.concurrent.Callable;
import org.lanyard.Station;
import org.lanyard.roster.ImportReport;
import org.lanyard.scan.Conference;
import org.lanyard.upstream.Upstream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "pull", mixinStandardHelpOptions = true,
        description = "Downloads the registration server's roster, all or nothing.")
final class RosterPullCommand implements Callable<Integer> {

    @ParentCommand RosterCommand parent;

    @Mixin Password password;

    @Option(names = "--force",
            description = "import even if more than a fifth of the attendees would be removed") boolean force;

    @Option(names = "--json", description = "answer in JSON") boolean json;

    @Override
    public Integer call() {
        try (Station station = parent.root.common.station()) {
            Conference conference = parent.root.common.conference(station);
            Upstream upstream = station.upstream();
            upstream.connection(conference).ifPresent(_ -> password.give(upstream, conference));
            ImportReport report = upstream.pull(conference, force, _ -> {});
            return ReportText.print(report, json, false);
        }
    }
}
