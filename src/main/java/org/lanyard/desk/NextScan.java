package org.lanyard.desk;

import java.time.Duration;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** A page's wait for one scan that it takes as a text instead of a person. On the FX thread. */
public final class NextScan {

    /** Whoever walks away must not leave a desk that takes the next person's badge (R35). */
    public static final Duration WITHIN = Duration.ofSeconds(20);

    private final DeskClock clock;
    private final ReadOnlyBooleanWrapper awaited = new ReadOnlyBooleanWrapper();
    private Consumer<String> taker = _ -> {};
    private DeskClock.Pause waits = DeskClock.Pause.NONE;

    public NextScan(DeskClock clock) {
        this.clock = clock;
    }

    public void await(Consumer<String> taker) {
        stop();
        this.taker = taker;
        awaited.set(true);
        waits = clock.after(WITHIN, this::stop);
    }

    public void stop() {
        waits.cancel();
        awaited.set(false);
    }

    public boolean takes(String text) {
        boolean taken = awaited.get();
        if (taken) {
            stop();
            taker.accept(text);
        }
        return taken;
    }

    public ReadOnlyBooleanProperty awaitedProperty() {
        return awaited.getReadOnlyProperty();
    }
}
