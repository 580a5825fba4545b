package org.lanyard.cli;

import java.util.Optional;
import org.lanyard.Station;
import org.lanyard.roster.Person;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Mode;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Post;
import org.lanyard.scan.Reading;
import org.lanyard.scan.TextLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ScopeType;

@Command(name = "person", mixinStandardHelpOptions = true,
        description = "Adds, corrects, moves, merges and blocks people, and links further codes.",
        subcommands = {PersonAddCommand.class, PersonCorrectCommand.class, PersonMoveCommand.class, PersonMergeCommand.class,
                PersonUndoCarryCommand.class})
final class PersonCommand {

    // Stands for a station in the records of these commands.
    private static final String NO_STATION = "Command line";

    @ParentCommand RootCommand root;

    @Option(names = "--staff", paramLabel = "NAME", scope = ScopeType.INHERIT,
            description = "the staff member who does it (default: as an administrator)") Optional<String> staff;

    @Option(names = "--station", paramLabel = "NAME", scope = ScopeType.INHERIT,
            description = "the station where it is done") Optional<String> stationName;

    @FunctionalInterface
    interface Deed {

        void run(Station station, Post by, Person person);
    }

    int with(String code, Deed deed) {
        try (Station station = root.common.station()) {
            Conference conference = root.common.conference(station);
            deed.run(station, post(station, conference), person(station, conference, code));
            return 0;
        }
    }

    Post post(Station station, Conference conference) {
        Names.check(staff, "--staff");
        Names.check(stationName, "--station");
        String at = stationName.orElse(NO_STATION);
        return new Post(conference, station.venue().station(at), at, staff.map(station.venue()::staff).orElse(null),
                new Mode.CheckIn());
    }

    static Person person(Station station, Conference conference, String code) {
        return station.roster().find(conference, Reading.of(code))
                .orElseThrow(() -> new NotPossible("person.no-code", conference.slug(), code));
    }

    static void checkReason(String reason) {
        if (text(reason, "--reason").isBlank()) {
            throw new WrongUsage("--reason takes some words.");
        }
    }

    private static String text(String text, String option) {
        Names.checkText(text, TextLimits.NOTE, option);
        return text;
    }

    @Command(name = "block", mixinStandardHelpOptions = true, description = "Lets a person, or one code, in no more.")
    int block(@Parameters(paramLabel = "CODE") String code,
            @Option(names = "--code-only", description = "only this code of theirs") boolean codeOnly,
            @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why") String reason) {
        String why = text(reason, "--reason");
        return with(code, (station, by, person) -> {
            if (codeOnly) {
                station.access().blockCode(by, station.access().codeOf(person, code), why);
            } else {
                station.access().block(by, person.id(), why);
            }
        });
    }

    @Command(name = "unblock", mixinStandardHelpOptions = true, description = "Lets a person, or one code, in again.")
    int unblock(@Parameters(paramLabel = "CODE") String code,
            @Option(names = "--code-only", description = "only this code of theirs") boolean codeOnly,
            @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "why") String reason) {
        String why = text(reason, "--reason");
        return with(code, (station, by, person) -> {
            if (codeOnly) {
                station.access().unblockCode(by, station.access().codeOf(person, code), why);
            } else {
                station.access().unblock(by, person.id(), why);
            }
        });
    }

    @Command(name = "replace-code", mixinStandardHelpOptions = true,
            description = "Gives a person another code for one that is lost, and blocks that.")
    int replaceCode(@Parameters(paramLabel = "CODE") String code, @Parameters(paramLabel = "NEW") String other,
            @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "why") String reason) {
        String why = text(reason, "--reason");
        return with(code, (station, by, person) -> station.access().replace(by, person.id(),
                station.access().codeOf(person, code), other, why));
    }

    @Command(name = "link-code", mixinStandardHelpOptions = true, description = "Gives a person a further code.")
    int linkCode(@Parameters(paramLabel = "CODE") String code, @Parameters(paramLabel = "NEW") String other) {
        return with(code, (station, by, person) -> station.access().link(by, person.id(), other));
    }
}
