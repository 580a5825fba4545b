package org.lanyard.badge.job;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.lanyard.scan.Sentence;

/**
 * One badge that was or is to be printed.
 *
 * @param again       a reprint
 * @param reason      of a reprint; empty for a first print
 * @param at          the job was made
 * @param changedAt   its state was reached
 * @param station     that made it; empty for the command line
 * @param spooled     the system's own name of it, while it may wait there
 * @param checkInVoid the check-in that it was made for was voided since
 * @param failure     why it could not be drawn
 */
public record PrintJob(UUID id, long attendee, String accessCode, String name, PrintState state, String printer,
        boolean again,
        String reason, Instant at, Instant changedAt, String station, String staff, Optional<String> spooled,
        boolean checkInVoid, Optional<Sentence> failure) {

    public boolean mayExist() {
        return state != PrintState.QUEUED && state != PrintState.CANCELLED && state != PrintState.FAILED;
    }
}
