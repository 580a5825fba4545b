package org.lanyard.cli;

import java.io.Console;
import java.io.IOException;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.upstream.Upstream;
import picocli.CommandLine.Option;

/** Where a command gets the registration server's password from; never from an argument, which others could read. */
final class Password {

    @Option(names = "--password-stdin", description = "read the password from standard input") boolean fromInput;

    /** Takes the password given, else relies on the key store, else asks at the terminal. */
    void give(Upstream upstream, Conference conference) {
        if (fromInput || !upstream.knowsPassword(conference)) {
            upstream.password(conference, read());
        }
    }

    /** @throws NotPossible where there is none to be had */
    char[] read() {
        Console console = System.console();
        if (!fromInput && console != null && console.isTerminal()) {
            return console.readPassword("Password: ");
        }
        try {
            String line = fromInput ? new Lines(System.in).next() : null;
            if (line != null && !line.isEmpty()) {
                return line.toCharArray();
            }
        } catch (IOException unreadable) {
            throw new NotPossible(unreadable, "terminal.password");
        }
        throw new NotPossible("terminal.no-password");
    }
}
