package org.lanyard.cli;

import java.util.concurrent.Callable;
import org.lanyard.Station;
import org.lanyard.journal.Figures;
import org.lanyard.scan.Times;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "stats", mixinStandardHelpOptions = true,
        description = "Shows how many are checked in, by station, door and item.")
final class StatsCommand implements Callable<Integer> {

    @ParentCommand RootCommand root;

    @Option(names = "--json", description = "answer in JSON") boolean json;

    @Override
    public Integer call() {
        try (Station station = root.common.station()) {
            Figures figures = station.statistics().of(root.common.conference(station));
            System.out.println(json ? json(figures) : text(figures));
            return 0;
        }
    }

    private static String text(Figures figures) {
        StringBuilder text = new StringBuilder("%d of %d checked in (%s %%), %d today".formatted(figures.checkedIn(),
                figures.attendees(), figures.rate(), figures.today()));
        figures.stations().forEach(at -> text.append("\n  ").append(at.station()).append(": ").append(at.checkIns())
                .append(" check-ins, last record at ").append(Times.iso(at.lastAt())));
        figures.doors().forEach(at -> text.append("\n  door ").append(at.door()).append(": ").append(at.admitted())
                .append(at.capacity() == null ? "" : " of " + at.capacity()).append(" in"));
        figures.items().forEach(item -> text.append("\n  ").append(item.item()).append(": ").append(item.redeemed())
                .append(" of ").append(item.purchased()).append(" redeemed"));
        figures.refusals().forEach(refused -> text.append("\n  refused, ").append(refused.verdict()).append(": ")
                .append(refused.count()));
        return text.toString();
    }

    private static String json(Figures figures) {
        ObjectNode node = Json.object();
        node.put("attendees", figures.attendees()).put("checked_in", figures.checkedIn())
                .put("rate", figures.rate()).put("today", figures.today())
                .put("inside", figures.inside()).put("people_in", figures.peopleIn());
        ArrayNode stations = node.putArray("stations");
        figures.stations().forEach(at -> stations.addObject().put("station", at.station())
                .put("check_ins", at.checkIns()).put("last_at", Times.iso(at.lastAt())));
        ArrayNode doors = node.putArray("doors");
        figures.doors().forEach(at -> doors.addObject().put("door", at.door()).put("admitted", at.admitted())
                .put("capacity", at.capacity()).put("inside", at.inside()));
        ArrayNode items = node.putArray("items");
        figures.items().forEach(item -> items.addObject().put("item", item.item()).put("redeemed", item.redeemed())
                .put("purchased", item.purchased()));
        ArrayNode refusals = node.putArray("refusals");
        figures.refusals().forEach(refused -> refusals.addObject().put("verdict", refused.verdict())
                .put("count", refused.count()));
        return Json.line(node);
    }
}
