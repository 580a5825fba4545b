package org.lanyard.cli;

import java.util.List;
import org.lanyard.Station;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Sentence;
import org.lanyard.upstream.Connection;
import org.lanyard.upstream.ConnectionCheck;
import org.lanyard.upstream.Undelivered;
import org.lanyard.upstream.Upstream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.json.JsonMapper;

@Command(name = "upstream", mixinStandardHelpOptions = true, description = "The registration server behind the station.")
final class UpstreamCommand {

    private static final int MOST_SHOWN = 50;

    @ParentCommand RootCommand root;

    @Command(name = "set", mixinStandardHelpOptions = true, description = "Says where the server is, and as whom to ask.")
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
            description = "Trusts the server's certificate although nobody vouches for it, by its SHA-256 fingerprint.")
    int trust(@Parameters(paramLabel = "FINGERPRINT") String fingerprint) {
        try (Station station = root.common.station()) {
            station.upstream().trust(root.common.conference(station), fingerprint);
            return 0;
        }
    }

    @Command(name = "status", mixinStandardHelpOptions = true, description = "What waits to be sent, and what became of it.")
    int status(@Option(names = "--json", description = "answer in JSON") boolean json) {
        try (Station station = root.common.station()) {
            Conference conference = root.common.conference(station);
            Upstream.Status status = station.upstream().status(conference);
            System.out.println(json ? json(status) : text(status));
            if (!json) {
                station.upstream().undelivered(conference, MOST_SHOWN).forEach(record -> System.out.println(text(record)));
            }
            return 0;
        }
    }

    private static String json(Upstream.Status status) {
        return JsonMapper.shared().writeValueAsString(JsonMapper.shared().createObjectNode()
                .put("state", status.standing().word()).put("pending", status.pending()).put("sent", status.sent())
                .put("confirmed", status.confirmed()).put("refused", status.refused())
                .put("in_doubt", status.inDoubt()).put("undeliverable", status.undeliverable()));
    }

    private static String text(Upstream.Status status) {
        return status.standing().word() + ": " + status.pending() + " wait, " + status.confirmed() + " confirmed, "
                + status.refused() + " refused, " + (status.sent() + status.inDoubt()) + " in doubt, "
                + status.undeliverable() + " stay here"
                + (status.sentence().equals(Sentence.NONE) ? "" : "\n" + status.sentence());
    }

    private static String text(Undelivered record) {
        return "%-13s %d  %s  %s  %s%s".formatted(record.state().replace('_', ' '), record.seq(), record.accessCode(),
                record.name(), record.item() == null ? "check-in" : record.item(),
                record.reason() == null ? "" : "  " + record.reason());
    }

    @Command(name = "decide", mixinStandardHelpOptions = true,
            description = "Says what became of a record that asking the server could not settle.")
    int decide(@Parameters(paramLabel = "NUMBER", description = "as \"upstream status\" shows it") long record,
            @Option(names = "--arrived", required = true, negatable = true,
                    description = "the server has it; with --no-arrived it is sent again") boolean arrived) {
        try (Station station = root.common.station()) {
            station.upstream().decide(record, arrived);
            return 0;
        }
    }

    @Command(name = "test", mixinStandardHelpOptions = true, description = "Says which step of the connection fails.")
    int test(@Mixin Password password) {
        try (Station station = root.common.station()) {
            Conference conference = root.common.conference(station);
            station.upstream().connection(conference).ifPresent(_ -> password.give(station.upstream(), conference));
            List<ConnectionCheck.Step> steps = station.upstream().test(conference);
            steps.forEach(step -> System.out.println((step.passed() ? "ok      " : "failed  ") + step.name() + ": "
                    + step.sentence()));
            return steps.stream().allMatch(ConnectionCheck.Step::passed) ? 0 : 1;
        }
    }
}
