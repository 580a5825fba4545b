package org.lanyard.upstream;

import java.time.Instant;
import java.util.Optional;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Sentence;
import org.lanyard.upstream.Reply.Trouble;
import org.lanyard.venue.Venue;

/** How the last contact with the server went, kept so that another process on this data folder can say so. */
final class Health {

    /** Since when it has been so. */
    record Contact(Kind kind, Instant since, Sentence sentence) {

        enum Kind { NEVER, GOOD, OFFLINE, SIGN_IN }
    }

    private final Venue venue;

    Health(Venue venue) {
        this.venue = venue;
    }

    Contact of(Conference conference) {
        String[] parts = venue.setting(key(conference)).orElse("").split(" ", 3);
        return parts.length < 3 ? new Contact(Contact.Kind.NEVER, Instant.EPOCH, Sentence.NONE)
                : new Contact(Contact.Kind.valueOf(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1])),
                        Sentence.ofLine(parts[2]));
    }

    /** @param trouble empty where the server did what it was asked */
    void note(Conference conference, Optional<Trouble> trouble, Instant at) {
        Contact.Kind kind = trouble.map(why -> why.kind() == Trouble.Kind.SIGN_IN ? Contact.Kind.SIGN_IN
                : Contact.Kind.OFFLINE).orElse(Contact.Kind.GOOD);
        Sentence sentence = trouble.map(Trouble::sentence).orElse(Sentence.NONE);
        Contact before = of(conference);
        if (before.kind() != kind || !before.sentence().line().equals(sentence.line())) {
            Instant since = before.kind() == kind ? before.since() : at;
            venue.set(key(conference), kind + " " + since.toEpochMilli() + " " + sentence.line());
        }
    }

    void forget(Conference conference) {
        venue.set(key(conference), null);
    }

    private static String key(Conference conference) {
        return Connections.key(conference, "contact");
    }
}
