package org.lanyard.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lanyard.Station;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Sentence;
import org.lanyard.upstream.Upstream;
import org.lanyard.upstream.UpstreamStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(name = "push", mixinStandardHelpOptions = true,
        description = "Sends records to the registration server until nothing more can be sent now.")
final class PushCommand implements Callable<Integer> {

    @ParentCommand RootCommand root;

    @Mixin Password password;

    @Override
    public Integer call() {
        try (Station station = root.common.station()) {
            Conference conference = root.common.conference(station);
            Upstream upstream = station.upstream();
            upstream.connection(conference).ifPresent(_ -> password.give(upstream, conference));
            Optional<Sentence> trouble = upstream.push(conference);
            trouble.ifPresent(System.err::println);
            if (trouble.isEmpty()) {
                waitForLostAnswers(upstream, conference);
            }
            UpstreamStatus status = upstream.status(conference);
            System.out.println(status.confirmed() + " confirmed, " + status.refused() + " refused, "
                    + (status.pending() + status.sent()) + " wait, " + status.inDoubt() + " in doubt, "
                    + status.undeliverable() + " not sent to the server");
            if (status.twice() > 0) {
                System.err.println(status.twice() + " handed out or counted twice; see \"upstream status\".");
            }
            return status.nothingLeft() ? 0 : 1;
        }
    }

    // A record in doubt is settled as soon as its request can no longer arrive.
    private static void waitForLostAnswers(Upstream upstream, Conference conference) {
        UpstreamStatus status = upstream.status(conference);
        Duration wait = upstream.untilSettled(conference);
        if (status.sent() + status.inDoubt() == status.undecided() || wait.isZero()) {
            return;
        }
        System.err.println("Waiting up to " + wait.toSeconds() + " seconds for requests whose answer was lost.");
        try {
            Thread.sleep(wait.plusSeconds(1));
            upstream.push(conference).ifPresent(System.err::println);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
