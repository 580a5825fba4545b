package org.lanyard.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanyard.hub.protocol.Contacted;
import org.lanyard.hub.protocol.StationView;
import org.lanyard.scan.Sentence;

/** Tells what people should know of while the hub answers. */
final class Notices {

    // Nobody notices less; round trips and the pause between two contacts are far below it.
    private static final Duration CLOCKS_APART = Duration.ofMinutes(2);

    private Notices() {}

    static List<Sentence> of(Contacted contacted, boolean copied, UUID own, String name, Instant now,
            List<StationView> stations) {
        List<Sentence> notices = new ArrayList<>();
        if (contacted.shutOut()) {
            notices.add(Sentence.of("hub.taken-over"));
        }
        if (contacted.recovering()) {
            notices.add(Sentence.of("hub.recovering"));
        }
        if (copied) {
            notices.add(Sentence.of("hub.copy"));
        }
        if (contacted.twin()) {
            notices.add(Sentence.of("hub.twin", name));
        }
        Optional<Duration> apart = stations.stream().filter(station -> station.station().equals(own)).findFirst()
                .map(station -> Duration.between(station.lastSeen(), now));
        apart.filter(difference -> difference.abs().compareTo(CLOCKS_APART) > 0)
                .ifPresent(difference -> notices.add(Sentence.of(difference.isNegative() ? "hub.clock.behind"
                        : "hub.clock.ahead", difference.abs().toMinutes())));
        return notices;
    }
}
