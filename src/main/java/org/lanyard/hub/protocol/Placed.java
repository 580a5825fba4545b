package org.lanyard.hub.protocol;

import java.util.UUID;

/**
 * An entry in the venue's order.
 *
 * @param place    where it first came in; never changes (R28)
 * @param changed  the place of its last change; entries are followed by it
 * @param station  the instance that sent it first
 * @param conflict true for a unit beyond the quantity: kept and listed, never dropped
 */
public record Placed(Entry entry, long place, long changed, UUID station, boolean conflict) {}
