package org.lanyard.journal;

import java.util.Locale;
import java.util.Optional;

public enum RecordKind {
    CHECK_IN, DOOR_CHECK, REDEMPTION, CHECK_OUT, REFUSAL, CORRECTION;

    public boolean voidable() {
        return this != REFUSAL && this != CORRECTION;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static RecordKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public static Optional<RecordKind> ofPlural(String word) {
        for (RecordKind kind : values()) {
            if ((kind.word() + "s").equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
