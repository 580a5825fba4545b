package org.lanyard.desk.scan;

import java.time.Duration;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import org.lanyard.desk.DeskClock;

/** Ages a card, and says whether keys may still act on it. On the FX thread. */
final class CardState {

    /** After this an old green must not be mistaken for somebody's own. */
    static final Duration NEUTRAL_AFTER = Duration.ofSeconds(20);
    /** After this nobody stands before a waiting note any more. */
    static final Duration SENT_AWAY_AFTER = Duration.ofMinutes(2);
    /** Keys pressed sooner than this were meant for the card before. */
    static final Duration KEYS_AFTER = Duration.ofMillis(300);

    private final DeskClock clock;
    private final Runnable waitedTooLong;
    private final ReadOnlyBooleanWrapper old = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper typing = new ReadOnlyBooleanWrapper();
    private final BooleanBinding neutral;
    private DeskClock.Pause aging = DeskClock.Pause.NONE;
    private DeskClock.Pause waiting = DeskClock.Pause.NONE;
    private long since;
    private boolean waits;

    /**
     * @param scansArrive   false where neither wand nor camera reads into this window
     * @param waitedTooLong told when a note has waited for {@link #SENT_AWAY_AFTER}
     */
    CardState(DeskClock clock, ObservableBooleanValue scansArrive, Runnable waitedTooLong) {
        this.clock = clock;
        this.waitedTooLong = waitedTooLong;
        neutral = Bindings.createBooleanBinding(() -> !scansArrive.get() || !waits && (old.get() || typing.get()),
                scansArrive, old, typing);
    }

    void begin(Card card) {
        aging.cancel();
        waiting.cancel();
        waits = card.waiting();
        old.set(false);
        typing.set(false);
        neutral.invalidate();
        since = clock.nanoTime();
        aging = clock.after(NEUTRAL_AFTER, () -> old.set(true));
        waiting = waits ? clock.after(SENT_AWAY_AFTER, waitedTooLong) : DeskClock.Pause.NONE;
    }

    void stillHere() {
        aging.cancel();
        old.set(false);
        aging = clock.after(NEUTRAL_AFTER, () -> old.set(true));
    }

    /** Somebody types the next code: what is shown is no longer about whoever stands here. */
    void typing() {
        typing.set(true);
    }

    boolean takesKeys() {
        return !neutral.get() && clock.nanoTime() - since >= KEYS_AFTER.toNanos();
    }

    ReadOnlyBooleanProperty oldProperty() {
        return old.getReadOnlyProperty();
    }

    ObservableBooleanValue neutralProperty() {
        return neutral;
    }
}
