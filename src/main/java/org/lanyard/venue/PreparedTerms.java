package org.lanyard.venue;

import java.time.LocalTime;
import java.util.Optional;

/** Settings of a conference that another station takes over, beside what its roster states (R33, R37, R39). */
public record PreparedTerms(boolean redeemAfterEntry, Optional<LocalTime> everybodyOut, Optional<String> currency) {

    public static final PreparedTerms NONE = new PreparedTerms(false, Optional.empty(), Optional.empty());
}
