package org.lanyard.desk.wand;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.input.InputMethodEvent;

/** Text that an input method made of a wand's keys: full-width letters and digits, all at once. */
final class InputMethod {

    private static final int SHORTEST = 3;
    private long began;
    private boolean composing;

    /**
     * The code that was sent, where only a wand is as fast.
     *
     * @param now     in nanoseconds
     * @param slowest of a wand, from key to key
     */
    Optional<String> scanned(InputMethodEvent event, long now, Duration slowest) {
        if (!composing && !event.getComposed().isEmpty()) {
            composing = true;
            began = now;
        }
        String text = Normalizer.normalize(event.getCommitted(), Normalizer.Form.NFKC);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        boolean fast = !composing || now - began <= slowest.toNanos() * text.length();
        composing = false;
        boolean code = text.length() >= SHORTEST && text.chars().allMatch(c -> c > ' ' && c < 0x7F);
        return fast && code ? Optional.of(text) : Optional.empty();
    }
}
