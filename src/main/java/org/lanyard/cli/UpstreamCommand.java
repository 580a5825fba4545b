package org.lanyard.cli;

import java.io.Console;
import java.io.IOException;
import java.util.List;
import org.lanyard.Station;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.upstream.Connection;
import org.lanyard.upstream.ConnectionCheck;
import org.lanyard.upstream.Upstream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.json.JsonMapper;

@Command(name = "upstream", mixinStandardHelpOptions = true, description = "The registration server behind the station.")
final class UpstreamCommand {

    @ParentCommand
    RootCommand root;

    @Command(name = "set", mixinStandardHelpOptions = true, description = "Says where the server is, and as whom to ask.")
    int set(@Option(names = "--server", paramLabel = "URL", required = true) String server,
            @Option(names = "--prefix", paramLabel = "PATH", required = true) String prefix,
            @Option(names = "--sign-in", paramLabel = "PATH") String signIn,
            @Option(names = "--user", paramLabel = "NAME", required = true) String user,
            @Option(names = "--password-stdin", description = "read the password from standard input")
            boolean fromInput) {
        if (fromInput) {
            password(true);
            System.err.println("There is no key store here yet, so the password is not kept; it is asked for when needed.");
        }
        try (Station station = root.common.station()) {
            station.upstream().set(root.common.conference(station),
                    Connection.of(server, prefix, signIn, user));
            return 0;
        }
    }

    @Command(name = "status", mixinStandardHelpOptions = true, description = "What waits to be sent, and what became of it.")
    int status(@Option(names = "--json", description = "answer in JSON") boolean json) {
        try (Station station = root.common.station()) {
            Upstream.Status status = station.upstream().status(root.common.conference(station));
            System.out.println(json ? JsonMapper.shared().writeValueAsString(JsonMapper.shared().createObjectNode()
                    .put("state", status.state()).put("pending", status.pending()).put("sent", 0).put("confirmed", 0)
                    .put("refused", 0).put("in_doubt", 0).put("undeliverable", status.undeliverable()))
                    : status.state() + ": " + status.pending() + " records wait, " + status.undeliverable()
                    + " stay here");
            return 0;
        }
    }

    @Command(name = "test", mixinStandardHelpOptions = true, description = "Says which step of the connection fails.")
    int test(@Option(names = "--password-stdin", description = "read the password from standard input")
             boolean fromInput) {
        try (Station station = root.common.station()) {
            Conference conference = root.common.conference(station);
            List<ConnectionCheck.Step> steps = station.upstream().test(conference, password(fromInput));
            steps.forEach(step -> System.out.println((step.passed() ? "ok      " : "failed  ") + step.name() + ": "
                    + step.sentence()));
            return steps.stream().allMatch(ConnectionCheck.Step::passed) ? 0 : 1;
        }
    }

    private static char[] password(boolean fromInput) {
        Console console = System.console();
        if (!fromInput && console != null && console.isTerminal()) {
            return console.readPassword("Password: ");
        }
        try {
            String line = new Lines(System.in).next();
            if (line != null && !line.isEmpty()) {
                return line.toCharArray();
            }
        } catch (IOException unreadable) {
            throw new NotPossible("The password could not be read.", unreadable);
        }
        throw new NotPossible("A password is needed: at the terminal, or with --password-stdin.");
    }
}
