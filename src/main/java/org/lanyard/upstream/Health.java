package org.lanyard.upstream;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Sentence;
import org.lanyard.upstream.UpstreamStatus.LastPull;
import org.lanyard.venue.Venue;

/** Remembers how the last contact with the server went, so that another process on this data folder can say so. */
final class Health {

    record Contact(Result result, Instant since, Sentence sentence) {

        enum Result { NEVER, GOOD, OFFLINE, SIGN_IN }
    }

    private final Venue venue;

    Health(Venue venue) {
        this.venue = venue;
    }

    Contact of(Conference conference) {
        String[] parts = venue.setting(key(conference)).orElse("").split(" ", 3);
        return parts.length < 3 ? new Contact(Contact.Result.NEVER, Instant.EPOCH, Sentence.NONE)
                : new Contact(Contact.Result.valueOf(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1])),
                        Sentence.ofLine(parts[2]));
    }

    /** @param trouble empty where the server did what it was asked */
    void note(Conference conference, Optional<Trouble> trouble, Instant at) {
        trouble.filter(why -> why.pause().isPositive()).ifPresent(why -> quiet(conference, at.plus(why.pause())));
        Contact.Result result = trouble.map(why -> switch (why.kind()) {
            case SIGN_IN -> Contact.Result.SIGN_IN;
            case NOT_APPLIED -> Contact.Result.GOOD;
            case AWAY, CUT, BUSY, SESSION, MISDIRECTED -> Contact.Result.OFFLINE;
        }).orElse(Contact.Result.GOOD);
        Sentence sentence = trouble.map(Trouble::sentence).orElse(Sentence.NONE);
        Contact before = of(conference);
        if (before.result() != result || !before.sentence().line().equals(sentence.line())) {
            Instant since = before.result() == result ? before.since() : at;
            venue.set(key(conference), result + " " + since.toEpochMilli() + " " + sentence.line());
        }
    }

    Optional<LastPull> lastPull(Conference conference) {
        String[] parts = venue.setting(pullKey(conference)).orElse("").split(" ", 3);
        return parts.length < 3 ? Optional.empty() : Optional.of(new LastPull(
                Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1].equals("applied"), Sentence.ofLine(parts[2])));
    }

    void notePull(Conference conference, LastPull pull) {
        venue.set(pullKey(conference), pull.at().toEpochMilli() + (pull.applied() ? " applied " : " refused ")
                + pull.sentence().line());
    }

    /** The time for which the server still asks to be left alone, whichever process it told; empty once that is over. */
    Optional<Trouble> pauseLeft(Conference conference, Instant now) {
        Duration left = venue.setting(quietKey(conference)).map(Long::parseLong).map(Instant::ofEpochMilli)
                .map(until -> Duration.between(now, until)).orElse(Duration.ZERO);
        // a clock that was set back does not make it longer than any server may ask for
        boolean asks = left.isPositive() && left.compareTo(Trouble.LONGEST_PAUSE) <= 0;
        return asks ? Optional.of(Trouble.of(Trouble.FaultKind.BUSY, "server.quiet", left.plusMillis(999).toSeconds())
                .pausing(left)) : Optional.empty();
    }

    void pauseIsOver(Conference conference) {
        venue.clear(quietKey(conference));
    }

    void forget(Conference conference) {
        venue.clear(key(conference));
        pauseIsOver(conference);
    }

    private void quiet(Conference conference, Instant until) {
        venue.set(quietKey(conference), Long.toString(until.toEpochMilli()));
    }

    private static String quietKey(Conference conference) {
        return Connections.key(conference, "quiet-until");
    }

    private static String pullKey(Conference conference) {
        return Connections.key(conference, "last-pull");
    }

    private static String key(Conference conference) {
        return Connections.key(conference, "contact");
    }
}
