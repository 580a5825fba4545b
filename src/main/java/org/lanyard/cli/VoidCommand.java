package org.lanyard.cli;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.lanyard.Station;
import org.lanyard.gate.Voids;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Mode;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Post;
import org.lanyard.scan.TextLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "void", mixinStandardHelpOptions = true,
        description = "Voids one check-in, door check, redemption or exit; the record stays, marked.")
final class VoidCommand implements Callable<Integer> {

    @ParentCommand RootCommand root;

    @Parameters(paramLabel = "ID") String id;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why") String reason;

    @Option(names = "--staff", paramLabel = "NAME",
            description = "the staff member who voids it (default: as an administrator)") Optional<String> staff;

    @Option(names = "--station", paramLabel = "NAME",
            description = "the station of a volunteer (default: every station of this data folder is theirs)") Optional<String> stationName;

    @Override
    public Integer call() {
        Names.check(staff, "--staff");
        Names.check(stationName, "--station");
        Names.checkText(reason, TextLimits.NOTE, "--reason");
        if (reason.isBlank()) {
            throw new WrongUsage("--reason takes some words.");
        }
        try (Station station = root.common.station()) {
            // a record is found by its id, in whatever conference
            Conference any = station.roster().conferences().stream().findFirst()
                    .orElseThrow(() -> new NotPossible("void.none", id));
            Post by = new Post(any, stationName.map(station.venue()::station).orElse(0L), stationName.orElse(""),
                    staff.map(station.venue()::staff).orElse(null), new Mode.CheckIn());
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
