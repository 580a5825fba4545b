package org.lanyard.hub.protocol;

/** The outcome of one entry's upload. */
public sealed interface Uploaded {

    /** The hub has it, from now or from before. */
    record Kept(long place, long changed) implements Uploaded {}

    /** Another version came first: follow the venue's order up to there, then send again on top of it, or not. */
    record Behind(long changed) implements Uploaded {}
}
