package org.lanyard.hub.protocol;

/**
 * One unit of one pool.
 *
 * @param pool    unique within the bucket: the line and the person, or the line alone (R19)
 * @param limit   units that there are, those handed out elsewhere left out; at least 0
 * @param version of the roster that says so; the limit of the highest version counts
 */
public record Claim(Bucket bucket, String pool, int limit, long version) {}
