package org.lanyard.upstream;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** One conference on the server: what is sold there, and what is recorded, whoever asks. */
public final class ServedConference {

    private final String slug;
    private final String mount;
    private final Object transaction;
    private final Map<String, ServedAttendee> attendees = new LinkedHashMap<>();
    private long lastAttendee;
    private long lastOrder;
    private Duration stampsApart = Duration.ZERO;
    private boolean terminal;

    /** @param transaction the lock that guards everything on the server */
    ServedConference(String slug, String mount, Object transaction) {
        this.slug = slug;
        this.mount = mount;
        this.transaction = transaction;
    }

    public String slug() {
        return slug;
    }

    public String prefix() {
        return "/" + slug + "/" + mount;
    }

    /** An order that attendees can share. */
    public ServedOrder order(ServedOrder.Status status, ServedLine... lines) {
        return new ServedOrder("ORD-%06d".formatted(++lastOrder), status, List.of(lines));
    }

    /** @param ticketType its name, as badges and the roster show it */
    public ServedConference attendee(String code, String name, String email, String ticketType, ServedOrder order) {
        synchronized (transaction) {
            attendees.put(code, new ServedAttendee(++lastAttendee, code, name, email, ticketType, order));
            return this;
        }
    }

    /** Without an e-mail, and with the ticket type "Individual". */
    public ServedConference attendee(String code, String name, ServedOrder order) {
        return attendee(code, name, "", "Individual", order);
    }

    /** For everybody who shares this attendee's order. */
    public void setStatus(String code, ServedOrder.Status status) {
        synchronized (transaction) {
            known(code).order().become(status);
        }
    }

    /** A sold ticket type or add-on is deleted; the lines that were sold stay. */
    public void deleteProduct(String slug) {
        synchronized (transaction) {
            attendees.values().forEach(attendee -> attendee.order().deleteProduct(slug));
        }
    }

    /** The time between the stamp of a check-in's row and that of the person, as on a busy server. */
    public ServedConference stampsApart(Duration time) {
        synchronized (transaction) {
            stampsApart = time;
            return this;
        }
    }

    Duration stampsApart() {
        return stampsApart;
    }

    /** The terminal's view answers check-in staff too. */
    public ServedConference withTerminal() {
        synchronized (transaction) {
            terminal = true;
            return this;
        }
    }

    boolean hasTerminal() {
        return terminal;
    }

    /** The same person, and all that was recorded of them, under another access code. */
    public void replaceCode(String code, String by) {
        synchronized (transaction) {
            attendees.put(by, known(code).called(by));
            attendees.remove(code);
        }
    }

    /** Another person has this one's order now; what was recorded stays with whom it was recorded of. */
    public void giveOrder(String from, String to) {
        synchronized (transaction) {
            ServedOrder order = known(from).order();
            known(from).become(order(ServedOrder.Status.CANCELLED));
            known(to).become(order);
        }
    }

    /** As after a refund and a new purchase. */
    public void setOrder(String code, ServedOrder order) {
        synchronized (transaction) {
            known(code).become(order);
        }
    }

    /** With all that was recorded of them. */
    public void remove(String code) {
        synchronized (transaction) {
            attendees.remove(code);
        }
    }

    /** Another station hands out a unit. */
    public void redeemElsewhere(String code, long line) {
        synchronized (transaction) {
            ServedAttendee attendee = known(code);
            if (!attendee.redeem(attendee.line(line).orElseThrow())) {
                throw new IllegalStateException("used up: line " + line + " of " + code);
            }
        }
    }

    /** The station "Elsewhere" checks somebody in. */
    public void checkInElsewhere(String code, Instant at) {
        synchronized (transaction) {
            known(code).checkIn("Elsewhere", at, at);
        }
    }

    /** In the order in which they were recorded. */
    public List<ServedCheckIn> checkIns(String code) {
        synchronized (transaction) {
            return known(code).checkIns();
        }
    }

    /** How many units of the line this attendee used up. */
    public int redemptions(String code, long line) {
        synchronized (transaction) {
            return known(code).redeemed(line);
        }
    }

    Optional<ServedAttendee> find(String code) {
        return Optional.ofNullable(attendees.get(code));
    }

    List<ServedAttendee> attendees() {
        return List.copyOf(attendees.values());
    }

    private ServedAttendee known(String code) {
        return find(code).orElseThrow(() -> new NoSuchElementException(code + " at " + slug));
    }
}
