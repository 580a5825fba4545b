package org.lanyard.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.lanyard.Station;
import org.lanyard.badge.job.PrintJob;
import org.lanyard.scan.Times;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "queue", mixinStandardHelpOptions = true, description = "Lists the print jobs, oldest first.")
final class BadgeQueueCommand implements Callable<Integer> {

    @ParentCommand BadgeCommand parent;

    @Option(names = "--json", description = "as JSON") boolean json;

    @Override
    public Integer call() {
        try (Station station = parent.root.common.station()) {
            station.printing().recover();
            List<PrintJob> jobs = station.printing().jobs().all(parent.root.common.conference(station));
            if (json) {
                ArrayNode array = Json.array();
                jobs.forEach(job -> array.add(json(job)));
                System.out.println(Json.line(array));
            } else {
                jobs.forEach(job -> System.out.println(Times.iso(job.at()) + "  " + job.accessCode() + "  "
                        + job.state().word() + "  " + job.printer() + (job.again() ? "  again: " + job.reason() : "")));
            }
            return 0;
        }
    }

    private static ObjectNode json(PrintJob job) {
        ObjectNode node = Json.object().put("id", job.id().toString()).put("access_code", job.accessCode())
                .put("state", job.state().word()).put("printer", job.printer()).put("again", job.again());
        return (job.again() ? node.put("reason", job.reason()) : node.putNull("reason")).put("at", Times.iso(job.at()));
    }
}
