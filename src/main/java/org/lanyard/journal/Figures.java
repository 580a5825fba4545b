package org.lanyard.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of a conference.
 *
 * @param attendees not withdrawn, with an active order that holds a ticket
 * @param checkedIn distinct attendees with a live check-in, here or elsewhere
 * @param today     of these, since the venue's midnight
 * @param lately    check-ins of the last quarter of an hour
 * @param quarters  check-ins since the venue's midnight, by quarter of an hour, from the first that had one to the last
 * @param tickets   by ticket type, in the order they came into being
 * @param refusals  of all days, the most frequent first
 * @param inside    people inside the venue now, parties counted (R33)
 * @param peopleIn  people who have checked in, parties counted (R10)
 */
public record Figures(int attendees, int checkedIn, int today, int lately, int inside, int peopleIn, List<Quarter> quarters,
        List<OfTicket> tickets, List<AtStation> stations, List<AtDoor> doors, List<OfItem> items,
        List<Refused> refusals) {

    public record Quarter(Instant from, int checkIns) {}

    /** @param attendees holders of this ticket on an active order */
    public record OfTicket(String name, int checkedIn, int attendees) {}

    public record AtStation(String station, int checkIns, Instant lastAt) {}

    /**
     * @param admitted people, parties counted; so is {@code inside}
     * @param capacity null where there is no limit
     */
    public record AtDoor(String door, int admitted, @Nullable Integer capacity, int inside) {}

    /** @param purchased over every attendee entitled, or over lines where the conference counts per line */
    public record OfItem(String item, int redeemed, int purchased) {}

    public record Refused(String verdict, int count) {}

    /** Checked in, in percent of those who may; 0 when there is nobody. Beyond 100 where some who came in no longer may. */
    public double rate() {
        return attendees == 0 ? 0 : Math.round(1000.0 * checkedIn / attendees) / 10.0;
    }
}
