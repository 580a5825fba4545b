package org.lanyard.scan;

import java.util.Locale;

/** What a staff member may do; each may do all that those before it may. */
public enum Role {
    VOLUNTEER, LEAD, ADMINISTRATOR;

    /** Whether this role may do what needs {@code needed}. */
    public boolean atLeast(Role needed) {
        return compareTo(needed) >= 0;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for an unknown word */
    public static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
