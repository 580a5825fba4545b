package org.lanyard.badge;

import java.awt.Color;

/**
 * The difference between the backgrounds of one template.
 *
 * @param ticketColour of what the template marks as {@code ticket-colour}
 * @param ticket       false for a person without one: nothing marked {@code with-ticket} is drawn
 */
public record Look(Color ticketColour, boolean ticket) {

    private static final int MIDDLE = 128;

    /** Of letters upon the ticket's colour: a printer of black dots prints that white from the same grey on. */
    Color onTicketColour() {
        int grey = (ticketColour.getRed() * 299 + ticketColour.getGreen() * 587 + ticketColour.getBlue() * 114) / 1000;
        return grey < MIDDLE ? Color.WHITE : Color.BLACK;
    }
}
