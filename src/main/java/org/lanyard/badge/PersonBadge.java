package org.lanyard.badge;

import java.awt.Color;
import java.util.List;
import org.lanyard.roster.Person;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.Conference;

/** Takes the words of a badge from a person of the roster. */
public final class PersonBadge {

    /** Told apart also by people who do not tell red from green; white letters are read on each (Okabe and Ito, darkened). */
    private static final List<Color> COLOURS = List.of(new Color(0x0B5FA5), new Color(0x8A3B12), new Color(0x0F6B4F),
            new Color(0x6A3D9A), new Color(0x7A5C00), new Color(0xA3195B), new Color(0x1B4D5C), new Color(0x4A4A4A));

    private PersonBadge() {}

    public static BadgeContent content(Conference conference, Person person) {
        Attendee attendee = person.attendee();
        String name = attendee.shownName();
        return new BadgeContent(name, firstName(name), attendee.company(), ticketName(attendee), conference.name(),
                attendee.accessCode(), conference.slug() + ":" + attendee.accessCode(), colour(ticketName(attendee)),
                attendee.details().shown());
    }

    private static String ticketName(Attendee attendee) {
        return attendee.ticketName() == null ? "" : attendee.ticketName();
    }

    /** The first word: whole names of scripts without spaces, which put the family first, stay whole. */
    private static String firstName(String name) {
        return name.strip().split("\\s+")[0];
    }

    /** The same ticket has the same colour on every station, without anybody choosing one. */
    private static Color colour(String ticket) {
        return COLOURS.get(Math.floorMod(ticket.hashCode(), COLOURS.size()));
    }
}
