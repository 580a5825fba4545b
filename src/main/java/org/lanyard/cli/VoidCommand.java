package org.lanyard.cli;

import java.util.UUID;
import java.util.concurrent.Callable;
import org.lanyard.Station;
import org.lanyard.gate.Voids;
import org.lanyard.scan.Mode;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Post;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "void", mixinStandardHelpOptions = true,
        description = "Takes back one check-in, door check or redemption; it stays, marked.")
final class VoidCommand implements Callable<Integer> {

    @ParentCommand RootCommand root;

    @Parameters(paramLabel = "ID") String id;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why") String reason;

    @Option(names = "--staff", paramLabel = "NAME", description = "who; without one as administrator") String staff;

    @Option(names = "--station", paramLabel = "NAME",
            description = "where a volunteer stands; without one every station of this data folder counts as theirs") String stationName;

    @Override
    public Integer call() {
        Names.check(staff, "--staff");
        Names.check(stationName, "--station");
        if (reason.isBlank()) {
            throw new WrongUsage("--reason takes some words.");
        }
        try (Station station = root.common.station()) {
            Post by = new Post(null, stationName == null ? 0 : station.venue().station(stationName), stationName,
                    staff == null ? null : station.venue().staff(staff), new Mode.CheckIn());
            Voids.Outcome outcome = station.gate().voidRecord(uuid(), reason, by, station.clock().instant());
            System.out.println(outcome == Voids.Outcome.VOIDED ? "Voided." : "It was voided before; nothing changed.");
            return 0;
        }
    }

    private UUID uuid() {
        try {
            return UUID.fromString(id.strip());
        } catch (IllegalArgumentException malformed) {
            throw new NotPossible(malformed, "void.none", id);
        }
    }
}
