package org.lanyard.roster.format;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Meanings of status words, the best first. */
public enum State {

    PAID, PARTIALLY_REFUNDED, PENDING, REFUNDED, CANCELLED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean admits() {
        return this == PAID || this == PARTIALLY_REFUNDED;
    }

    public static Optional<State> of(String word) {
        String key = Words.key(word);
        return Stream.of(values()).filter(state -> Words.key(state.word()).equals(key)).findFirst();
    }

    State worse(State other) {
        return other.compareTo(this) > 0 ? other : this;
    }

    State better(State other) {
        return other.compareTo(this) < 0 ? other : this;
    }
}
