package org.lanyard.cli;

import java.util.concurrent.Callable;
import org.lanyard.Station;
import org.lanyard.scan.Conference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "merge", mixinStandardHelpOptions = true,
        description = "Merges two entries of one person; the first one's code becomes a further code of the second. It stays.")
final class PersonMergeCommand implements Callable<Integer> {

    @ParentCommand PersonCommand parent;

    @Parameters(paramLabel = "CODE") String code;

    @Parameters(paramLabel = "INTO-CODE") String into;

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "merged", description = "why") String reason;

    @Override
    public Integer call() {
        PersonCommand.checkReason(reason);
        try (Station station = parent.root.common.station()) {
            Conference conference = parent.root.common.conference(station);
            station.corrections().merge(parent.post(station, conference),
                    PersonCommand.person(station, conference, code).id(),
                    PersonCommand.person(station, conference, into).id(), reason);
            return 0;
        }
    }
}
