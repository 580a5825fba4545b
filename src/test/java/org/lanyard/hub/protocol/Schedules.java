package org.lanyard.hub.protocol;

import java.util.EnumSet;
import java.util.Optional;

/** Runs schedules with every guard in place, for whoever brings a hub of their own. */
public final class Schedules {

    private static final int LENGTH = 120;

    private Schedules() {}

    /** The broken invariant with the steps that led to it; empty where all hold. */
    public static Optional<String> broken(long seed, ScheduledHub hub) {
        return new Schedule(seed, EnumSet.allOf(Guard.class), hub).run(LENGTH).map(Schedule.Broken::toString);
    }
}
