package org.lanyard.badge.job;

import java.util.Optional;

/**
 * Says what is printed for a ticket type, and where.
 *
 * @param ticket   slug; empty for every ticket type that has no use of its own
 * @param template a built-in one's name, or the SVG itself
 * @param printer  by name; empty for the station's only printer
 */
public record BadgeUse(String ticket, String template, Optional<String> printer) {

    public boolean drawn() {
        return template.startsWith("<");
    }
}
