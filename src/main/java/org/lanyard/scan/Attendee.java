package org.lanyard.scan;

import org.jspecify.annotations.Nullable;

/**
 * A person as a verdict shows them.
 *
 * @param ticketType  slug of the ticket type held on an active order, else on the latest; null for none
 * @param ticketName  its name; null for none
 * @param orderStatus status of an active order, else of the latest, {@code withdrawn} when withdrawn; null without order
 */
public record Attendee(long id, String accessCode, PersonDetails details, @Nullable String ticketType,
        @Nullable String ticketName, @Nullable String orderStatus) implements HasDetails {

    public String shownName() {
        return name().isBlank() ? accessCode : name();
    }
}
