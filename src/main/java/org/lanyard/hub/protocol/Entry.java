package org.lanyard.hub.protocol;

import java.util.List;

/**
 * A row that stations share: a record, or a fact such as a person of the roster.
 *
 * @param kind   the table
 * @param key    unique within its kind, the same at every station: a record's id, a person's code
 * @param body   a JSON object; empty for {@link State#UNDONE}
 * @param claims units that a record has taken; empty for all others
 * @param base   the place of the version that this one replaces, 0 for none
 */
public record Entry(String conference, String kind, String key, State state, String body, List<Claim> claims, long base) {

    /** Only LIVE counts. Nothing leads from VOIDED or UNDONE to another state. */
    public enum State {
        LIVE, VOIDED,
        /** claimed by a station that has had no answer: it never happened */
        UNDONE
    }

    public Entry {
        claims = List.copyOf(claims);
    }
}
