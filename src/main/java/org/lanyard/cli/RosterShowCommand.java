package org.lanyard.cli;

import java.util.concurrent.Callable;
import org.lanyard.Station;
import org.lanyard.gate.Dossier;
import org.lanyard.roster.Person;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "show", mixinStandardHelpOptions = true, description = "Shows one attendee.")
final class RosterShowCommand implements Callable<Integer> {

    @ParentCommand RosterCommand parent;

    @Parameters(paramLabel = "CODE") String code;

    @Option(names = "--json", description = "answer in JSON") boolean json;

    @Override
    public Integer call() {
        try (Station station = parent.root.common.station()) {
            Conference conference = parent.root.common.conference(station);
            Person person = station.roster().find(conference, Reading.of(code))
                    .orElseThrow(() -> new NotPossible("person.no-code", conference.slug(), code));
            Dossier dossier = station.gate().dossier(conference, person);
            System.out.println(json ? DossierText.json(dossier) : DossierText.text(dossier));
            return 0;
        }
    }
}
