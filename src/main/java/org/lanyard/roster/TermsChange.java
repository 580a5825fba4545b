package org.lanyard.roster;

import java.time.LocalTime;
import java.util.Optional;

/**
 * Changes of a conference's settings; what is empty stays as it is.
 *
 * @param everybodyOut an empty time within is never
 * @param currency     ISO 4217
 */
public record TermsChange(Optional<Boolean> redeemAfterEntry, Optional<Optional<LocalTime>> everybodyOut,
        Optional<String> currency) {}
