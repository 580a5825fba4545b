package org.lanyard.scan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A scan and its verdict, committed and synced where the verdict is recorded (R26).
 *
 * @param count the attendee's check-ins, admissions at this door, or units of this item, after this scan; empty where
 *              the payload named nobody
 * @param items everything the attendee can redeem, as of this decision; empty where the payload named nobody, and for
 *              a scan that no screen shows
 * @param party of a code that admits several people; empty for any other
 */
public record Decision(Scan scan, Post post, Verdict verdict, OptionalInt count, List<Item> items,
        Optional<Party> party) {

    public Decision(Scan scan, Post post, Verdict verdict, OptionalInt count, List<Item> items) {
        this(scan, post, verdict, count, items, Optional.empty());
    }
}
