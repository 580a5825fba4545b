package org.lanyard.hub.protocol;

import java.time.Instant;
import java.util.UUID;

/**
 * A station as the hub knows it.
 *
 * @param lastSeen by the hub's clock; shown only
 * @param owns     number of buckets
 */
public record StationView(UUID station, String name, Instant lastSeen, int owns, long toSend, long inDoubt,
        boolean shutOut) {}
