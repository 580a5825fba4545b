package org.lanyard.scan;

import java.util.Locale;

/** The role of a staff member; each may do everything that the ones before it may. */
public enum Role {
    VOLUNTEER, LEAD, ADMINISTRATOR;

    public boolean atLeast(Role needed) {
        return compareTo(needed) >= 0;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
