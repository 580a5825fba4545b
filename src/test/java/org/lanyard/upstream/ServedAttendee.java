package org.lanyard.upstream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A person at one conference, and what the server recorded of them; guarded by the server's lock. */
final class ServedAttendee {

    private final long id;
    private final String code;
    private final String name;
    private final String email;
    private final String ticketType;
    private ServedOrder order;
    private final List<ServedCheckIn> checkIns = new ArrayList<>();
    private Instant first;
    private final Map<Long, Integer> redeemed = new HashMap<>();

    ServedAttendee(long id, String code, String name, String email, String ticketType, ServedOrder order) {
        this.id = id;
        this.code = code;
        this.name = name;
        this.email = email;
        this.ticketType = ticketType;
        this.order = order;
    }

    /** The same row under another code. */
    ServedAttendee called(String another) {
        ServedAttendee same = new ServedAttendee(id, another, name, email, ticketType, order);
        same.checkIns.addAll(checkIns);
        same.first = first;
        same.redeemed.putAll(redeemed);
        return same;
    }

    void become(ServedOrder other) {
        order = other;
    }

    String name() {
        return name;
    }

    String ticketType() {
        return ticketType;
    }

    ServedOrder order() {
        return order;
    }

    List<ServedCheckIn> checkIns() {
        return List.copyOf(checkIns);
    }

    /** @param stamp the person's first check-in where this is the first */
    void checkIn(String station, Instant at, Instant stamp) {
        checkIns.add(new ServedCheckIn(station, at));
        first = checkIns.size() == 1 ? stamp : first;
    }

    int redeemed(long line) {
        return redeemed.getOrDefault(line, 0);
    }

    Optional<ServedLine> line(long line) {
        return order.lines().stream().filter(one -> one.id() == line).findFirst();
    }

    /** @return false when this attendee's units are used up, whatever others of the order did */
    boolean redeem(ServedLine line) {
        boolean left = redeemed(line.id()) < line.quantity();
        if (left) {
            redeemed.merge(line.id(), 1, Integer::sum);
        }
        return left;
    }

    Map<String, Object> json() {
        Map<String, Object> json = ServedAnswer.object("id", id, "access_code", code, "name", name, "email", email);
        putCheckedIn(json);
        return json;
    }

    Map<String, Object> preloadJson() {
        Map<String, Object> json = ServedAnswer.object("access_code", code, "name", name, "email", email,
                "ticket_type", ticketType, "products",
                order.lines().stream().map(line -> line.json(redeemed(line.id()))).toList());
        putCheckedIn(json);
        return json;
    }

    private void putCheckedIn(Map<String, Object> json) {
        json.put("checked_in", !checkIns.isEmpty());
        json.put("checked_in_at", ServedAnswer.time(first));
    }
}
