package org.lanyard.roster;

import java.time.Instant;
import java.util.List;
import org.lanyard.scan.Conference;

public interface RosterArchive {

    RosterArchive NONE = new RosterArchive() {

        @Override
        public void keep(Conference conference, StatedRoster before) {
            // as its name says
        }

        @Override
        public List<Instant> kept(Conference conference) {
            return List.of();
        }

        @Override
        public StatedRoster read(Conference conference, Instant at) {
            throw new IllegalArgumentException("nothing is kept");
        }
    };

    void keep(Conference conference, StatedRoster before);

    List<Instant> kept(Conference conference);

    /** @throws org.lanyard.scan.NotPossible when it cannot be read */
    StatedRoster read(Conference conference, Instant at);
}
