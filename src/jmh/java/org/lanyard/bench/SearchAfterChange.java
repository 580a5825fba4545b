package org.lanyard.bench;

import org.lanyard.Station;
import org.lanyard.scan.Conference;

/** The keystroke that pays for a new index. */
final class SearchAfterChange {

    private static final int ROUNDS = 9;

    private SearchAfterChange() {}

    /** In milliseconds. */
    static double median() {
        try (Station station = Stations.openCopy(Stations.Kind.FRESH, "search")) {
            Conference conference = station.roster().conference("sample");
            double[] times = new double[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                station.ledger().writeNow(db -> db.run("UPDATE conference SET roster_version = roster_version + 1"));
                times[i] = Times.millis(() -> station.roster().search(conference, "ab", SearchBenchmark.LIMIT));
            }
            return Times.median(times);
        }
    }
}
