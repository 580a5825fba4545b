package org.lanyard.hub.protocol;

import java.io.Serial;

/**
 * The hub did not answer in time, or cannot be reached. Says nothing about whether the request was or will be executed,
 * unless {@link #neverSent}.
 */
public final class HubGone extends Exception {

    @Serial private static final long serialVersionUID = 1;

    private final boolean neverSent;

    /** @param neverSent no connection stood, so that nothing can have left */
    public HubGone(String why, boolean neverSent) {
        super(why);
        this.neverSent = neverSent;
    }

    public boolean neverSent() {
        return neverSent;
    }
}
