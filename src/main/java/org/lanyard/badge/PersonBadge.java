package org.lanyard.badge;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.lanyard.roster.Person;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.Conference;

/** Takes the words of a badge from a person of the roster. */
public final class PersonBadge {

    private static final Set<UnicodeScript> FAMILY_FIRST = EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA, UnicodeScript.HANGUL, UnicodeScript.BOPOMOFO);
    // "Dr.", "Prof. Dr."; but not "J.".
    private static final Pattern TITLES = Pattern.compile("^(\\p{L}{2,}\\.\\s+)+");

    private final Conference conference;
    private final TicketColours colours;

    public PersonBadge(Roster roster, Conference conference) {
        this.conference = conference;
        this.colours = new TicketColours(roster.catalogue().of(conference));
    }

    public BadgeContent content(Person person) {
        Attendee attendee = person.attendee();
        String name = attendee.shownName();
        String ticket = attendee.ticketName() == null ? "" : attendee.ticketName();
        return new BadgeContent(name, firstName(name), attendee.company(), ticket, conference.name(),
                attendee.accessCode(), conference.slug() + ":" + attendee.accessCode(),
                colours.of(person.ticket().map(held -> held.slug()).orElse("")), attendee.details().shown());
    }

    /** The word to call somebody by; the whole name where that is no first word: family first, or only an initial. */
    public static String firstName(String name) {
        String whole = name.strip();
        String first = TITLES.matcher(whole).replaceFirst("").split("\\s+")[0];
        boolean familyFirst = whole.codePoints().mapToObj(UnicodeScript::of).anyMatch(FAMILY_FIRST::contains);
        return familyFirst || first.endsWith(".") || first.endsWith(",") ? whole : first;
    }
}
