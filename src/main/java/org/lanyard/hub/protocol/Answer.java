package org.lanyard.hub.protocol;

import java.util.UUID;

/** The hub's answer to an ask. A lost answer is none of these, and never a no. */
public sealed interface Answer {

    /** The unit is taken under this id, and recorded at this place. The same ask again gives the same answer. */
    record Accepted(long place) implements Answer {}

    /** Nothing is left in this pool; its units stand in the venue's order up to {@code place}. The id stays free. */
    record Full(String pool, long place) implements Answer {}

    /** A station owns the bucket, and has been asked to return it. The id stays free. */
    record Kept(Bucket bucket, UUID station, String name) implements Answer {}

    /** This id was claimed as undone: it can never be taken again. */
    record Undone() implements Answer {}

    /** Nothing is decided at present: the hub is behind its stations, or this one is shut out. The id stays free. */
    record Closed() implements Answer {}
}
