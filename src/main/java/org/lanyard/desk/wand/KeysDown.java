package org.lanyard.desk.wand;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;

final class KeysDown {

    // The longest from a key's press to its first repetition; some systems never tell that a key was let go.
    private static final Duration REPEATS_WITHIN = Duration.ofMillis(1100);

    private final Map<KeyCode, Long> down = new HashMap<>();

    boolean repeats(KeyCode code, long now) {
        return Optional.ofNullable(down.put(code, now)).filter(before -> now - before < REPEATS_WITHIN.toNanos())
                .isPresent();
    }

    void released(KeyCode code) {
        down.remove(code);
    }
}
