package org.lanyard.badge.job;

import java.util.Optional;
import java.util.UUID;

/**
 * A wish to print, before it is a job.
 *
 * @param checkIn the check-in that led to it
 * @param station 0 for the command line
 * @param reason  of a reprint; empty for a first print
 */
record PrintOrder(long conference, long attendee, Optional<UUID> checkIn, long station, Optional<Long> staff, String printer,
        Optional<String> reason) {}
