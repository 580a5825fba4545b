package org.lanyard.cli;

import org.lanyard.venue.Venue;

/** Names of stations and staff as options. */
final class Names {

    private Names() {}

    /** @throws WrongUsage for an empty or overlong name; null is no name and passes */
    static void check(String name, String option) {
        if (name != null && !Venue.validName(name)) {
            throw new WrongUsage(
                    option + " takes a name of 1 to " + Venue.LONGEST_NAME + " characters, and no control characters.");
        }
    }
}
