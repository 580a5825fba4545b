package org.lanyard.cli;

import java.util.Optional;
import org.lanyard.venue.Venue;

/** Names of stations and staff members as options. */
final class Names {

    private Names() {}

    /** @throws WrongUsage for an empty or overlong name */
    static void check(Optional<String> name, String option) {
        name.ifPresent(given -> check(given, option));
    }

    static void check(String name, String option) {
        if (!Venue.validName(name)) {
            throw new WrongUsage(
                    option + " takes a name of 1 to " + Venue.LONGEST_NAME + " characters, and no control characters.");
        }
    }
}
