package org.lanyard.hub.protocol;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A part of one product's pools that has one owner: the hub, or one station.
 *
 * @param conference slug in lower case
 * @param product    {@code addon:SLUG}, or {@code door:ticket:SLUG} and {@code door:addon:SLUG} for the seats of a room
 * @param number     0 to 63 for an add-on, 0 for a room
 */
public record Bucket(String conference, String product, int number) implements Comparable<Bucket> {

    public static final int COUNT = 64;

    /** The bucket of an order's pools: the same at every station, for ever. */
    public static Bucket of(String conference, String addon, String orderReference) {
        CRC32 hash = new CRC32();
        hash.update(orderReference.getBytes(StandardCharsets.UTF_8));
        return new Bucket(conference, "addon:" + addon, (int) (hash.getValue() % COUNT));
    }

    @Override
    public int compareTo(Bucket other) {
        int order = conference.compareTo(other.conference);
        order = order == 0 ? product.compareTo(other.product) : order;
        return order == 0 ? Integer.compare(number, other.number) : order;
    }
}
