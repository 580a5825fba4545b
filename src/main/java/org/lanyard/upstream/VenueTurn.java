package org.lanyard.upstream;

import java.util.List;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Sentence;

/** Behind a venue's hub one station at a time works with the server; the hub knows what became of each record. */
public interface VenueTurn {

    VenueTurn ALONE = new VenueTurn() {
        @Override
        public Standing take(Conference conference) {
            return new Standing(Whose.OURS, Sentence.NONE);
        }

        @Override
        public Claimed claim(Conference conference, String record, boolean again) {
            return Claimed.OURS;
        }

        @Override
        public List<Outcome> hear() {
            return List.of();
        }

        @Override
        public void heard() {}

        @Override
        public List<String> open(Conference conference) {
            return List.of();
        }

        @Override
        public void tell(Conference conference, List<Outcome> outcomes) {}

        @Override
        public void giveBack(Conference conference) {}
    };

    enum Whose {
        OURS,
        /** ours, and wanted back: nothing new is sent */
        ENDING, OTHERS, UNREACHABLE
    }

    /** @param why nothing is sent from here; empty where it is our turn */
    record Standing(Whose whose, Sentence why) {}

    enum Claimed {
        OURS,
        /** the hub knows what became of it */
        SETTLED,
        /** a station that lost the turn may have sent it */
        LOST, NOT_NOW
    }

    /** @param body as the view {@code delivery_outcome} has it */
    record Outcome(String record, String body) {}

    /** Asks the hub, and takes the turn where nobody has it. */
    Standing take(Conference conference);

    /**
     * Claims a record before it is sent.
     *
     * @param record its id
     * @param again  also where the hub knows what became of it, or another station may have sent it
     */
    Claimed claim(Conference conference, String record, boolean again);

    /** News of some records at other stations since {@link #heard}; empty where there is none. */
    List<Outcome> hear();

    void heard();

    List<String> open(Conference conference);

    void tell(Conference conference, List<Outcome> outcomes);

    /** Lets another station have the turn, unless a record that was claimed has not ended. */
    void giveBack(Conference conference);
}
