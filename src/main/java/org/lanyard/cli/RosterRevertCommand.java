package org.lanyard.cli;

import java.util.concurrent.Callable;
import org.lanyard.Station;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "revert", mixinStandardHelpOptions = true,
        description = "Goes back to the roster of before the last import; corrections, links and records stay.")
final class RosterRevertCommand implements Callable<Integer> {

    @ParentCommand RosterCommand parent;

    @Option(names = "--json", description = "answer in JSON") boolean json;

    @Override
    public Integer call() {
        try (Station station = parent.root.common.station()) {
            return ReportText.print(station.roster().revert(parent.root.common.conference(station)), json, false);
        }
    }
}
