package org.lanyard.upstream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Sentence;
import org.lanyard.upstream.VenueTurn.Standing;
import org.lanyard.upstream.VenueTurn.Whose;

/** Remembers whose turn it was to work with each conference's server when the hub was last asked. */
final class VenueStandings {

    private final VenueTurn venue;
    private final DeliveryTable table;
    private final Map<Conference, Standing> last = new ConcurrentHashMap<>();

    VenueStandings(VenueTurn venue, DeliveryTable table) {
        this.venue = venue;
        this.table = table;
    }

    Standing take(Conference conference) {
        Standing standing = venue.take(conference);
        last.put(conference, standing);
        for (List<VenueTurn.Outcome> next = venue.hear(); !next.isEmpty(); next = venue.hear()) {
            table.hear(next);
            venue.heard();
        }
        return standing;
    }

    RecordDelivery.Claims claims(Conference conference) {
        return (record, again) -> venue.claim(conference, record, again);
    }

    static Trouble away(Standing standing) {
        return new Trouble(Trouble.FaultKind.AWAY, standing.why(), Duration.ZERO);
    }

    Optional<Sentence> elsewhere(Conference conference) {
        return Optional.ofNullable(last.get(conference)).filter(standing -> standing.whose() == Whose.OTHERS)
                .map(Standing::why);
    }

    void checkOurs() {
        last.keySet().stream().map(this::elsewhere).flatMap(Optional::stream).findFirst().ifPresent(why -> {
            throw new NotPossible(why);
        });
    }

    // Nothing is under way when a run begins or ends, so that a claim of a record that is not in doubt has ended.
    void endClaims(Conference conference) {
        venue.tell(conference, table.outcomes(venue.open(conference)));
    }

    List<Conference> ours() {
        return last.entrySet().stream().filter(each -> each.getValue().whose() == Whose.OURS).map(Map.Entry::getKey)
                .toList();
    }

    void giveBack(Conference conference) {
        endClaims(conference);
        venue.giveBack(conference);
    }
}
