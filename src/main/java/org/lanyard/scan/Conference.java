package org.lanyard.scan;

import java.time.ZoneId;

/** One event with its own roster. The slug is compared without regard to case; {@code zone} is the venue's. */
public record Conference(long id, String slug, String name, ZoneId zone, RedeemPer redeemPer) {

    /** Counts the quantity of a shared line item per attendee or per line (R19). */
    public enum RedeemPer {
        /** each attendee of the order may redeem the full quantity */
        ATTENDEE,
        /** the attendees of the order share it */
        LINE;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static RedeemPer of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }
}
