package org.lanyard.badge.printer;

import java.util.Optional;
import org.lanyard.badge.Badge;
import org.lanyard.scan.Sentence;

/** One printer. Its methods wait for the printer, within their own time limits. */
public interface LabelPrinter {

    sealed interface Readiness {

        record Ready() implements Readiness {}

        /** Nothing can be printed now: paper out, head open, paused, not reached. */
        record NotReady(Sentence why) implements Readiness {}
    }

    sealed interface Outcome {

        record Confirmed() implements Outcome {}

        /**
         * Every byte was handed over; the printer says no more.
         *
         * @param spooled the spooler's name of it, by which it can be cancelled
         */
        record Sent(Optional<String> spooled) implements Outcome {

            Sent() {
                this(Optional.empty());
            }
        }

        /** Not one byte was handed over: it may be tried again. */
        record NothingSent(Sentence why) implements Outcome {}

        /** Broken off after the first byte: a badge may have come out, or half of one. */
        record Unknown(Sentence why) implements Outcome {}
    }

    /** A badge drawn as the printer takes it; nothing of it has left the station. */
    @FunctionalInterface
    interface Drawn {

        Outcome send();
    }

    Readiness readiness();

    Drawn draw(Badge badge);

    default Outcome print(Badge badge) {
        return draw(badge).send();
    }
}
