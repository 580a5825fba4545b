package org.lanyard.cli;

import java.util.List;
import java.util.Optional;
import org.lanyard.Station;
import org.lanyard.scan.Conference;
import org.lanyard.upstream.Connection;
import org.lanyard.upstream.ConnectionStep;
import org.lanyard.upstream.UpstreamStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "upstream", mixinStandardHelpOptions = true, description = "The registration server behind the station.")
final class UpstreamCommand {

    private static final int MOST_SHOWN = 50;

    @ParentCommand RootCommand root;

    @Command(name = "set", mixinStandardHelpOptions = true, description = "Sets the server and the user.")
    int set(@Option(names = "--server", paramLabel = "URL", required = true) String server,
            @Option(names = "--prefix", paramLabel = "PATH", required = true) String prefix,
            @Option(names = "--sign-in", paramLabel = "PATH") String signIn,
            @Option(names = "--user", paramLabel = "NAME", required = true) String user,
            @Option(names = "--moved", description = "the same registrations have a new address") boolean moved,
            @Mixin Password password) {
        try (Station station = root.common.station()) {
            Connection connection = Connection.of(server, prefix, signIn, user);
            Conference conference = station.roster().conferenceOrNew(root.common.conference.orElse(null));
            station.upstream().set(conference, connection, moved);
            if (password.fromInput && !station.upstream().keepPassword(conference, password.read())) {
                System.err.println("There is no key store here, so the password is not kept; it is asked for when needed.");
            }
            return 0;
        }
    }

    @Command(name = "trust", mixinStandardHelpOptions = true,
            description = "Trusts a self-signed certificate by its SHA-256 fingerprint.")
    int trust(@Parameters(paramLabel = "FINGERPRINT") String fingerprint) {
        try (Station station = root.common.station()) {
            station.upstream().trust(root.common.conference(station), fingerprint);
            return 0;
        }
    }

    @Command(name = "status", mixinStandardHelpOptions = true,
            description = "How many records wait to be sent, what became of the others, and what to do.")
    int status(@Option(names = "--json", description = "answer in JSON") boolean json) {
        try (Station station = root.common.station()) {
            Conference conference = root.common.conference(station);
            UpstreamStatus status = station.upstream().status(conference);
            System.out.println(json ? UpstreamText.json(status) : UpstreamText.of(status));
            if (!json) {
                UpstreamText.of(station.upstream().undelivered(conference, MOST_SHOWN)).forEach(System.out::println);
            }
            return 0;
        }
    }

    @Command(name = "retry", mixinStandardHelpOptions = true,
            description = "Lets refused records be sent again: one, those of a reason, or all.")
    int retry(@Parameters(paramLabel = "ID", arity = "0..1",
            description = "its number as \"upstream status\" shows it, or its id") Optional<String> record,
            @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "",
                    description = "those whose reason contains this") String reason) {
        try (Station station = root.common.station()) {
            Conference conference = root.common.conference(station);
            record.ifPresent(one -> station.upstream().retry(conference, one));
            int again = record.isPresent() ? 1 : station.upstream().retryAll(conference, reason);
            System.out.println(again + (again == 1 ? " record waits" : " records wait") + " to be sent again");
            return 0;
        }
    }

    @Command(name = "seen", mixinStandardHelpOptions = true,
            description = "Notes that somebody has seen what was handed out or counted twice.")
    int seen() {
        try (Station station = root.common.station()) {
            System.out.println(station.upstream().noteSeen(root.common.conference(station)) + " noted");
            return 0;
        }
    }

    @Command(name = "decide", mixinStandardHelpOptions = true,
            description = "Settles a record that is in doubt.")
    int decide(@Parameters(paramLabel = "NUMBER", description = "as \"upstream status\" shows it") long record,
            @Option(names = "--arrived", required = true, negatable = true,
                    description = "the server has it; with --no-arrived it is sent again") boolean arrived) {
        try (Station station = root.common.station()) {
            station.upstream().decide(record, arrived);
            return 0;
        }
    }

    @Command(name = "test", mixinStandardHelpOptions = true, description = "Checks each step of the connection.")
    int test(@Mixin Password password) {
        try (Station station = root.common.station()) {
            Conference conference = root.common.conference(station);
            station.upstream().connection(conference).ifPresent(_ -> password.give(station.upstream(), conference));
            List<ConnectionStep> steps = station.upstream().test(conference);
            steps.forEach(step -> System.out.println((step.passed() ? "ok      " : "failed  ") + step.name() + ": "
                    + step.sentence()));
            return steps.stream().allMatch(ConnectionStep::passed) ? 0 : 1;
        }
    }
}
