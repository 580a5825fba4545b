package org.lanyard.badge;

import java.awt.Color;
import java.util.Map;

/**
 * The words of one badge; any of them may be empty.
 *
 * @param payload      the text of the QR code: {@code slug:CODE} (R2)
 * @param ticketColour of the ticket type, for what a template marks with the class {@code ticket-colour}
 * @param fields       the shown fields of the person, by name
 */
public record BadgeContent(String name, String firstName, String company, String ticket, String conference, String code,
        String payload, Color ticketColour, Map<String, String> fields) {

    public BadgeContent {
        fields = Map.copyOf(fields);
    }
}
