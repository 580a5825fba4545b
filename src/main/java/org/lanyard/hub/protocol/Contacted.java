package org.lanyard.hub.protocol;

import java.util.List;
import java.util.UUID;

/**
 * The hub's reply to a {@link Contact}.
 *
 * @param place      the last one given out
 * @param grants     every bucket that the hub says this station owns
 * @param wanted     those of them that it is asked to return
 * @param recovering the hub is behind its stations: nothing is decided before each has uploaded what it mirrors
 * @param outdated   the hub has seen a longer log of this instance: it must become a new one, which owns nothing
 * @param shutOut    this station may send nothing any more
 * @param twin       another instance of the same name has been here since
 */
public record Contacted(UUID incarnation, long place, List<Grant> grants, List<Bucket> wanted, boolean recovering,
        boolean outdated, boolean shutOut, boolean twin) {

    public Contacted {
        grants = List.copyOf(grants);
        wanted = List.copyOf(wanted);
    }
}
