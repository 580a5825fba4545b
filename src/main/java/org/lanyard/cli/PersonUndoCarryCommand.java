package org.lanyard.cli;

import java.util.concurrent.Callable;
import org.lanyard.Station;
import org.lanyard.scan.Conference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "undo-carry", mixinStandardHelpOptions = true,
        description = "Takes back that units used by others count for this person; no later import carries them again.")
final class PersonUndoCarryCommand implements Callable<Integer> {

    @ParentCommand PersonCommand parent;

    @Parameters(paramLabel = "CODE") String code;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why") String reason;

    @Override
    public Integer call() {
        PersonCommand.checkReason(reason);
        try (Station station = parent.root.common.station()) {
            Conference conference = parent.root.common.conference(station);
            int units = station.corrections().undoCarry(parent.post(station, conference),
                    PersonCommand.person(station, conference, code).id(), reason);
            System.out.println(units + (units == 1 ? " unit counts" : " units count") + " again where it was used.");
            return 0;
        }
    }
}
