package org.lanyard.cli;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.lanyard.Station;
import org.lanyard.badge.job.PrintJob;
import org.lanyard.badge.job.PrintState;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Mode;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Post;
import org.lanyard.scan.Reading;
import org.lanyard.scan.Times;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "queue", mixinStandardHelpOptions = true,
        description = "Lists the print jobs, oldest first, or settles one of them.")
final class BadgeQueueCommand implements Callable<Integer> {

    @ParentCommand BadgeCommand parent;

    @Option(names = "--json", description = "as JSON") boolean json;

    @Option(names = "--open", description = "only those that wait, or that somebody has to look after") boolean open;

    @ArgGroup Settled settled;

    @Option(names = "--staff", paramLabel = "NAME", description = "the staff member who settles it") Optional<String> staff;

    static final class Settled {

        @Option(names = "--came-out", paramLabel = "ID",
                description = "somebody looked: this badge came out") Optional<UUID> cameOut = Optional.empty();

        @Option(names = "--not-wanted", paramLabel = "ID",
                description = "take this job out, or ask about it no more") Optional<UUID> notWanted = Optional.empty();

        @Option(names = "--print-again", paramLabel = "ID",
                description = "print the badge that did not come out, or was not drawn") Optional<UUID> again =
                        Optional.empty();
    }

    @Override
    public Integer call() {
        Names.check(staff, "--staff");
        try (Station station = parent.root.common.station()) {
            station.printing().recover();
            Conference conference = parent.root.common.conference(station);
            if (settled != null) {
                settle(station, conference);
            }
            List<PrintJob> jobs = open ? station.printing().jobs().open(conference)
                    : station.printing().jobs().all(conference);
            if (json) {
                ArrayNode array = Json.array();
                jobs.forEach(job -> array.add(json(job)));
                System.out.println(Json.line(array));
            } else {
                jobs.forEach(job -> System.out.println(line(job)));
            }
            return 0;
        }
    }

    private void settle(Station station, Conference conference) {
        settled.cameOut.map(id -> job(station, conference, id, PrintState.UNKNOWN))
                .ifPresent(job -> station.printing().jobs().cameOut(job.id()));
        settled.notWanted.map(id -> job(station, conference, id, PrintState.QUEUED, PrintState.UNKNOWN, PrintState.FAILED))
                .ifPresent(station.printing().jobs()::notWanted);
        settled.again.map(id -> job(station, conference, id, PrintState.UNKNOWN, PrintState.FAILED))
                .ifPresent(job -> printAgain(station, conference, job));
    }

    private void printAgain(Station station, Conference conference, PrintJob job) {
        Post post = new Post(conference, 0, "", staff.map(station.venue()::staff).orElse(null), new Mode.CheckIn());
        station.printing().begin();
        station.printing().jobs().repeat(post, station.roster().find(conference, Reading.of(job.accessCode()))
                .orElseThrow(() -> new NotPossible("person.no-code", conference.slug(), job.accessCode())), job,
                job.reason().isEmpty() ? "did not come out" : job.reason());
        BadgesAtTheEnd.await(station.printing());
    }

    private static PrintJob job(Station station, Conference conference, UUID id, PrintState... states) {
        return station.printing().jobs().open(conference).stream()
                .filter(job -> job.id().equals(id) && List.of(states).contains(job.state())).findFirst()
                .orElseThrow(() -> new NotPossible("badge.not-open", id));
    }

    private static String line(PrintJob job) {
        return Times.iso(job.at()) + "  " + job.accessCode() + "  " + job.state().word() + "  " + job.printer()
                + (job.again() ? "  again: " + job.reason() : "") + job.failure().map(why -> "  " + why).orElse("");
    }

    private static ObjectNode json(PrintJob job) {
        ObjectNode node = Json.object().put("id", job.id().toString()).put("access_code", job.accessCode())
                .put("state", job.state().word()).put("printer", job.printer()).put("again", job.again());
        (job.again() ? node.put("reason", job.reason()) : node.putNull("reason")).put("at", Times.iso(job.at()));
        job.failure().ifPresent(why -> node.put("failure", why.toString()));
        return node;
    }
}
