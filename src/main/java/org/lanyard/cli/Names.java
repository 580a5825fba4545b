package org.lanyard.cli;

import java.util.Locale;
import java.util.Optional;
import org.lanyard.scan.TextLimits;
import org.lanyard.venue.Venue;

final class Names {

    private Names() {}

    static void check(Optional<String> name, String option) {
        name.ifPresent(given -> check(given, option));
    }

    static void checkText(String text, TextLimits limits, String option) {
        if (!limits.keeps(text)) {
            throw new WrongUsage(option + " takes at most " + limits.longest() + " characters in " + limits.mostLines()
                    + (limits.mostLines() == 1 ? " line" : " lines")
                    + ", no control characters, and few accents on a letter.");
        }
    }

    static boolean yes(String answer, String option) {
        return switch (answer.toLowerCase(Locale.ROOT)) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new WrongUsage(option + " takes yes or no.");
        };
    }

    static void check(String name, String option) {
        if (!Venue.validName(name)) {
            throw new WrongUsage(
                    option + " takes a name of 1 to " + Venue.LONGEST_NAME + " characters, and no control characters.");
        }
    }
}
