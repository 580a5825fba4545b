package org.lanyard.upstream;

import java.util.List;
import java.util.Locale;

/** An order, shared by every attendee who came with it; its status is the conference's to change. */
public final class ServedOrder {

    /** Of these only the first two let anybody in. */
    public enum Status {
        PAID, PARTIALLY_REFUNDED, PENDING, REFUNDED, CANCELLED;

        boolean isActive() {
            return this == PAID || this == PARTIALLY_REFUNDED;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final List<ServedLine> lines;
    private Status status;

    ServedOrder(Status status, List<ServedLine> lines) {
        this.status = status;
        this.lines = lines;
    }

    List<ServedLine> lines() {
        return lines;
    }

    Status status() {
        return status;
    }

    void become(Status now) {
        status = now;
    }
}
