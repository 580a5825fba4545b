package org.lanyard.venue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

record Failures(int count, Instant last) {

    private static final int FREE_TRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 10;

    static Failures of(Optional<String> text) {
        return text.filter(stored -> stored.matches("[0-9]{1,9} [0-9]{1,15}")).map(stored -> stored.split(" "))
                .map(parts -> new Failures(Integer.parseInt(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1]))))
                .orElse(new Failures(0, Instant.EPOCH));
    }

    String text() {
        return count + " " + last.toEpochMilli();
    }

    Duration pause() {
        if (count < FREE_TRIES) {
            return Duration.ZERO;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(count - FREE_TRIES, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
