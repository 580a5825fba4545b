package org.lanyard.hub.protocol;

/**
 * A bucket that the hub has handed to a station.
 *
 * @param number counts the bucket's grants; a return names it
 * @param place  in the venue's order: whoever mirrors everything up to it knows every unit of the bucket
 */
public record Grant(Bucket bucket, long number, long place) {}
