package org.lanyard.cli;

import java.time.Duration;
import org.lanyard.badge.job.Printing;

/** The last words of a command that made print jobs: it goes as soon as they are handed over, and else says what waits. */
final class BadgesAtTheEnd {

    // Within this nobody wonders why the command has not ended.
    private static final Duration UNNOTICED = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private BadgesAtTheEnd() {}

    static void await(Printing printing) {
        printing.finish(UNNOTICED);
        if (printing.printsElsewhere() || printing.jobs().waiting() == 0) {
            return;
        }
        if (printing.troubles().isEmpty()) {
            System.err.println(badges(printing) + " being printed. This waits " + LONGEST.toSeconds()
                    + " seconds for the printer at most.");
            printing.finish(LONGEST);
        }
        if (printing.jobs().waiting() > 0) {
            System.err.println(badges(printing) + " not printed yet, and will be at the next start.");
            printing.troubles().forEach(trouble -> System.err.println(trouble.printer() + ": " + trouble.why()));
        }
    }

    private static String badges(Printing printing) {
        long waiting = printing.jobs().waiting();
        return waiting == 1 ? "1 badge is" : waiting + " badges are";
    }
}
