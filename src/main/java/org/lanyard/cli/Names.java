package org.lanyard.cli;

import org.lanyard.venue.Venue;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Names of stations and staff as options. */
final class Names {

    private Names() {}

    /** @throws ParameterException for an empty or overlong name; null is no name and passes */
    static void check(String name, String option, Object command) {
        if (name != null && !Venue.validName(name)) {
            throw new ParameterException(new CommandLine(command),
                    option + " takes a name of 1 to " + Venue.LONGEST_NAME + " characters.");
        }
    }
}
