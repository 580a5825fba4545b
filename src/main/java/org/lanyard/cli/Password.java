package org.lanyard.cli;

import java.io.Console;
import java.io.IOException;
import java.util.Optional;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.upstream.Upstream;
import picocli.CommandLine.Option;

/** A server's password; never an argument, which other users of the machine could read. */
final class Password {

    @Option(names = "--password-stdin", description = "read the password from standard input") boolean fromInput;

    void give(Upstream upstream, Conference conference) {
        if (fromInput || !upstream.knowsPassword(conference)) {
            upstream.password(conference, read());
        }
    }

    /** Empty where there is neither a terminal nor {@code --password-stdin}: some servers ask for none. */
    Optional<char[]> readIfAny() {
        Console console = System.console();
        return fromInput || console != null && console.isTerminal() ? Optional.of(read()) : Optional.empty();
    }

    char[] read() {
        Console console = System.console();
        if (!fromInput && console != null && console.isTerminal()) {
            return console.readPassword("Password: ");
        }
        try {
            Optional<String> line = fromInput ? new Lines(System.in).next() : Optional.empty();
            return line.filter(given -> !given.isEmpty())
                    .orElseThrow(() -> new NotPossible("terminal.no-password")).toCharArray();
        } catch (IOException unreadable) {
            throw new NotPossible(unreadable, "terminal.password");
        }
    }
}
