package org.lanyard.hub.protocol;

import java.util.UUID;

/**
 * A station reports itself.
 *
 * @param station     its instance: a copied or restored data folder is another
 * @param name        shown to people
 * @param log         events in its own log, which never becomes shorter: a lower number than the hub has seen is a restored copy
 * @param incarnation of the hub as the station knows it; all zeros before the first contact
 * @param mirrored    the last place of the venue's order that it has
 * @param levelled    true once everything it has was uploaded to this incarnation
 * @param toSend      entries still to be uploaded
 * @param inDoubt     asks still to be settled
 */
public record Contact(UUID station, String name, long log, UUID incarnation, long mirrored, boolean levelled, long toSend,
        long inDoubt) {

    public static final UUID NO_INCARNATION = new UUID(0, 0);
}
