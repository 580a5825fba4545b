package org.lanyard.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.lanyard.Station;
import org.lanyard.gate.Dossier;
import org.lanyard.scan.Conference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

@Command(name = "search", mixinStandardHelpOptions = true,
        description = "Finds people by any part of name, company, e-mail, code or order reference.")
final class RosterSearchCommand implements Callable<Integer> {

    @ParentCommand RosterCommand parent;

    @Parameters(paramLabel = "TEXT", arity = "1..*") List<String> text;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50",
            description = "at most so many (default: 50)") int limit;

    @Option(names = "--json", description = "answer in JSON") boolean json;

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new WrongUsage("--limit takes a number from 1.");
        }
        try (Station station = parent.root.common.station()) {
            Conference conference = parent.root.common.conference(station);
            ArrayNode found = JsonMapper.shared().createArrayNode();
            station.roster().search(conference, String.join(" ", text), limit).forEach(person -> {
                Dossier dossier = station.gate().dossier(conference, person);
                if (json) {
                    found.add(DossierText.node(dossier));
                } else {
                    System.out.println(DossierText.line(dossier));
                }
            });
            if (json) {
                System.out.println(JsonMapper.shared().writeValueAsString(found));
            }
            return 0;
        }
    }
}
