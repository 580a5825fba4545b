package org.lanyard.cli;

import java.util.concurrent.Callable;
import org.lanyard.Station;
import org.lanyard.scan.Conference;
import org.lanyard.upstream.Upstream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(name = "push", mixinStandardHelpOptions = true,
        description = "Sends what was recorded to the registration server, until nothing more can be sent now.")
final class PushCommand implements Callable<Integer> {

    @ParentCommand RootCommand root;

    @Mixin Password password;

    @Override
    public Integer call() {
        try (Station station = root.common.station()) {
            Conference conference = root.common.conference(station);
            Upstream upstream = station.upstream();
            upstream.connection(conference).ifPresent(_ -> password.give(upstream, conference));
            upstream.push(conference).ifPresent(System.err::println);
            Upstream.Status status = upstream.status(conference);
            System.out.println(status.confirmed() + " confirmed, " + status.refused() + " refused, "
                    + (status.pending() + status.sent()) + " wait, " + status.inDoubt() + " in doubt, "
                    + status.undeliverable() + " stay here");
            return status.nothingLeft() ? 0 : 1;
        }
    }
}
