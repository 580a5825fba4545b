package org.lanyard.hub;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lanyard.hub.protocol.StationView;
import org.lanyard.scan.Sentence;

/**
 * The standing of this station with the hub.
 *
 * @param since    the hub has not answered; empty while it does
 * @param why      it does not
 * @param notices  what people should know of while it does
 * @param stations as the hub knows them, or knew them at the last contact
 * @param keeps    this station owns a part of an item's orders
 */
public record VenueStatus(State state, Optional<Instant> since, Sentence why, List<Sentence> notices,
        List<StationView> stations, long toSend,
        long inDoubt, long conflicts, boolean keeps) {

    public enum State { LIVE, SENDING, ALONE, NONE }

    public boolean nothingLeft() {
        return toSend == 0 && inDoubt == 0 && state != State.ALONE;
    }
}
