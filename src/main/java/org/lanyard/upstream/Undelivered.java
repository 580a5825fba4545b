package org.lanyard.upstream;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.lanyard.scan.Sentence;

/**
 * A record that a person should know of: the server does not have it, may not have it, or may have it twice.
 *
 * @param seq           its number, as {@code upstream status} shows it
 * @param id            the record's own
 * @param item          slug of an add-on; empty for a check-in
 * @param reason        in the reader's language once worded; {@link Sentence#NONE} where there is none
 * @param advice        what can be done about it
 * @param countedBefore units that the server counted before the answer was lost, {@code countedAfter} after it
 */
public record Undelivered(long seq, String id, Group group, Instant at, String accessCode, String name, String station,
        Optional<String> item, Sentence reason, Sentence advice, OptionalInt countedBefore, OptionalInt countedAfter) {

    public enum Group {
        /** used up by another desk when ours arrived: the person has it twice */
        HANDED_OUT_TWICE,
        /** sent again after a lost answer, and the server counts one more since */
        COUNTED_TWICE,
        UNDECIDED, IN_DOUBT, REFUSED, UNDELIVERABLE;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public boolean undecided() {
        return group == Group.UNDECIDED;
    }

    public boolean refused() {
        return group == Group.HANDED_OUT_TWICE || group == Group.REFUSED || group == Group.UNDELIVERABLE;
    }

    /** It is shown in red until somebody has noted it. */
    public boolean alarming() {
        return group == Group.HANDED_OUT_TWICE || group == Group.COUNTED_TWICE;
    }
}
