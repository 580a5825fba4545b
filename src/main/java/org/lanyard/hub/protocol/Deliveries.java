package org.lanyard.hub.protocol;

import java.util.List;
import java.util.UUID;

/**
 * The records on their way to the registration server. The station that owns the bucket
 * {@link #turn} works with that server for the venue; a claim is committed here before a request leaves.
 */
public interface Deliveries {

    static Bucket turn(String conference) {
        return new Bucket(conference, "server", 0);
    }

    /** NOT_NOW: the station does not have the turn. LOST: another station claimed it, and never said how that ended. */
    enum Claimed {
        OURS, SETTLED, LOST, NOT_NOW
    }

    /** @param body a JSON object; its {@code state} is {@code pending} for a claim that was given up unused */
    record Told(String conference, UUID record, String body) {}

    record Heard(Told outcome, UUID station, long changed) {}

    /** @param again whatever became of it before */
    Claimed claimDelivery(UUID station, String conference, UUID record, boolean again) throws HubGone;

    /** Of a record that the hub knows already, only what the station that claimed it or has the turn says. */
    void tellDeliveries(UUID station, List<Told> outcomes) throws HubGone;

    /** Changed after a place, in that order; fewer than the limit only at the end. */
    List<Heard> deliveries(long after, int limit) throws HubGone;

    /** Claimed by a station, and not ended. */
    List<UUID> openDeliveries(UUID station, String conference) throws HubGone;
}
