package org.lanyard.scan;

import org.jspecify.annotations.Nullable;

/** A request cannot be done, and the station is sound. The sentence says why; the message is the sentence in English. */
public final class NotPossible extends RuntimeException {

    private final transient Sentence sentence;

    /** @param key of the {@link Sentence}, and what that speaks of */
    public NotPossible(String key, Object... arguments) {
        this(Sentence.of(key, arguments), null);
    }

    public NotPossible(@Nullable Throwable cause, String key, Object... arguments) {
        this(Sentence.of(key, arguments), cause);
    }

    public NotPossible(Sentence sentence) {
        this(sentence, null);
    }

    private NotPossible(Sentence sentence, @Nullable Throwable cause) {
        super(sentence.toString(), cause);
        this.sentence = sentence;
    }

    public Sentence sentence() {
        return sentence;
    }
}
