package org.lanyard.roster;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The source of a person, or of a link to an order; a later import of the same source may withdraw it. */
public enum RosterSource {
    ROSTER, UPSTREAM,
    /** A second file beside the roster: withdrawn by nobody. */
    PARTIAL,
    /** Added by a lead (R31): kept until the roster says the same. */
    LOCAL;

    private final String word = name().toLowerCase(Locale.ROOT);

    public String word() {
        return word;
    }

    public static Optional<RosterSource> of(String word) {
        return Arrays.stream(values()).filter(source -> source.word.equals(word)).findFirst();
    }

    public boolean yieldsToRoster() {
        return this == ROSTER || this == UPSTREAM;
    }
}
