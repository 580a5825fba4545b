package org.lanyard.desk.signin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.lanyard.desk.DeskClock;
import org.lanyard.scan.Scan;

/** Scans at a station where nobody is signed in, in the order of arrival. On the FX thread. */
final class HeldScans {

    /** Whoever was scanned has gone on by then. */
    static final Duration FOR = Duration.ofSeconds(60);

    private final DeskClock clock;
    private final Consumer<Scan> given;
    private final List<Held> held = new ArrayList<>();
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper givenUp = new ReadOnlyIntegerWrapper();

    private record Held(Scan scan, DeskClock.Pause pause) {}

    HeldScans(DeskClock clock, Consumer<Scan> given) {
        this.clock = clock;
        this.given = given;
    }

    void hold(Scan scan) {
        if (held.stream().noneMatch(each -> each.scan().text().strip().equals(scan.text().strip()))) {
            held.add(new Held(scan, clock.after(FOR, () -> giveUp(scan))));
            count();
        }
    }

    private void giveUp(Scan scan) {
        forget(scan);
        givenUp.set(givenUp.get() + 1);
        given.accept(scan);
    }

    void forget(Scan scan) {
        held.removeIf(each -> each.scan().id().equals(scan.id()));
        count();
    }

    List<Scan> release() {
        held.forEach(each -> each.pause().cancel());
        List<Scan> released = held.stream().map(Held::scan).toList();
        held.clear();
        givenUp.set(0);
        count();
        return released;
    }

    void giveUpAll() {
        release().forEach(given);
    }

    private void count() {
        waiting.set(held.size());
    }

    ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty givenUpProperty() {
        return givenUp.getReadOnlyProperty();
    }
}
