package org.lanyard.scan;

/** What was asked cannot be done, and the station is sound: its message is one plain sentence that says why. */
public final class NotPossible extends RuntimeException {

    public NotPossible(String sentence) {
        super(sentence);
    }

    public NotPossible(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
