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

    private final String reference;
    private List<ServedLine> lines;
    private Status status;

    ServedOrder(String reference, Status status, List<ServedLine> lines) {
        this.reference = reference;
        this.status = status;
        this.lines = lines;
    }

    List<ServedLine> lines() {
        return lines;
    }

    String reference() {
        return reference;
    }

    /** As when a ticket type or an add-on is deleted: its lines stay, without it. */
    void deleteProduct(String slug) {
        lines = lines.stream().map(line -> line.without(slug)).toList();
    }

    Status status() {
        return status;
    }

    void become(Status now) {
        status = now;
    }
}
