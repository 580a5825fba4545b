package org.lanyard.upstream;

import java.time.Duration;
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
        trouble.filter(why -> why.pause().isPositive()).ifPresent(why -> quiet(conference, at.plus(why.pause())));
        Contact.Kind kind = trouble.map(why -> why.kind() == Trouble.Kind.SIGN_IN ? Contact.Kind.SIGN_IN
                : Contact.Kind.OFFLINE).orElse(Contact.Kind.GOOD);
        Sentence sentence = trouble.map(Trouble::sentence).orElse(Sentence.NONE);
        Contact before = of(conference);
        if (before.kind() != kind || !before.sentence().line().equals(sentence.line())) {
            Instant since = before.kind() == kind ? before.since() : at;
            venue.set(key(conference), kind + " " + since.toEpochMilli() + " " + sentence.line());
        }
    }

    /** How long the server still asks to be left alone, whichever process it told; empty once that is over. */
    Optional<Trouble> asked(Conference conference, Instant now) {
        Duration left = venue.setting(quietKey(conference)).map(Long::parseLong).map(Instant::ofEpochMilli)
                .map(until -> Duration.between(now, until)).orElse(Duration.ZERO);
        // a clock that was set back does not make it longer than any server may ask for
        boolean asks = left.isPositive() && left.compareTo(Answers.LONGEST_WAIT) <= 0;
        return asks
                ? Optional.of(
                        new Trouble(Trouble.Kind.BUSY, Sentence.of("server.quiet", left.plusMillis(999).toSeconds()), left))
                : Optional.empty();
    }

    /** What the server asked for was done. */
    void satOut(Conference conference) {
        venue.set(quietKey(conference), null);
    }

    void forget(Conference conference) {
        venue.set(key(conference), null);
        satOut(conference);
    }

    private void quiet(Conference conference, Instant until) {
        venue.set(quietKey(conference), Long.toString(until.toEpochMilli()));
    }

    private static String quietKey(Conference conference) {
        return Connections.key(conference, "quiet-until");
    }

    private static String key(Conference conference) {
        return Connections.key(conference, "contact");
    }
}
