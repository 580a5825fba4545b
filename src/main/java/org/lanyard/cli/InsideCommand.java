package org.lanyard.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lanyard.Station;
import org.lanyard.desk.ShownText;
import org.lanyard.journal.Inside;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Times;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.node.ArrayNode;

@Command(name = "inside", mixinStandardHelpOptions = true,
        description = "Lists who is inside the venue, or a room, by name.")
final class InsideCommand implements Callable<Integer> {

    @ParentCommand RootCommand root;

    @Option(names = "--door", paramLabel = "SLUG",
            description = "the room of this ticket type or add-on (default: the venue)") Optional<String> door;

    @Option(names = "--json", description = "answer in JSON") boolean json;

    @Override
    public Integer call() {
        try (Station station = root.common.station()) {
            Conference conference = root.common.conference(station);
            List<Inside.Person> people = station.inside().of(conference,
                    door.map(slug -> station.roster().product(conference, slug, null)));
            if (json) {
                ArrayNode list = Json.array();
                people.forEach(person -> list.addObject().put("access_code", person.accessCode()).put("name", person.name())
                        .put("since", Times.iso(person.since())).put("station", person.station())
                        .put("people", person.people()));
                System.out.println(Json.line(list));
            } else {
                people.forEach(
                        person -> System.out.println("%s (%s)%s, since %s at %s".formatted(ShownText.line(person.name()),
                                person.accessCode(), person.people() == 1 ? "" : ", " + person.people() + " people",
                                Times.iso(person.since()), person.station())));
            }
            return 0;
        }
    }
}
