package org.lanyard.upstream;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The four calls of check-in, to be made by one caller at a time; neither of those that record is idempotent. */
final class ServedCalls {

    /** Longer stations are a fault of the database, not an answer. */
    private static final int LONGEST_STATION = 100;

    private final InstantSource clock;
    private long lastCheckIn;
    private long lastRedemption;

    ServedCalls(InstantSource clock) {
        this.clock = clock;
    }

    /** @param ticketType slug; empty for everybody */
    ServedAnswer preload(ServedConference conference, String ticketType) {
        List<Map<String, Object>> attendees = conference.attendees().stream()
                .filter(attendee -> attendee.order().status().isActive())
                .filter(attendee -> ticketType.isEmpty() || attendee.order().lines().stream()
                        .anyMatch(line -> ticketType.equals(line.ticketType())))
                .map(ServedAttendee::preloadJson).toList();
        return ServedAnswer.json(200, ServedAnswer.object("conference", conference.slug(),
                "generated_at", ServedAnswer.time(clock.instant()), "count", attendees.size(),
                "attendees", attendees)).inChunks();
    }

    ServedAnswer lookup(ServedConference conference, String code) {
        return conference.find(code.strip()).map(ServedCalls::found).orElseGet(() -> unknown(code));
    }

    private static ServedAnswer found(ServedAttendee attendee) {
        Map<String, Object> person = attendee.json();
        person.put("ticket_type", attendee.ticketType());
        List<ServedLine> lines = attendee.order().lines();
        return ServedAnswer.json(200, ServedAnswer.object("attendee", person, "products", json(lines),
                "redeemable", lines.stream().filter(line -> line.addOn() != null)
                        .map(line -> line.json(attendee.redeemed(line.id()))).toList(),
                "order_status", attendee.order().status().toString()));
    }

    /** What the terminal's view shows of a person, as far as check-in uses it. */
    ServedAnswer terminal(ServedConference conference, String code) {
        return conference.find(code.strip()).map(attendee -> ServedAnswer.json(200, ServedAnswer.object("attendee",
                attendee.json(), "order", ServedAnswer.object("id", 1, "reference", attendee.order().reference(), "status",
                        attendee.order().status().toString()),
                "registered", attendee.order().status().isActive()))).orElseGet(() -> unknown(code));
    }

    ServedAnswer scan(ServedConference conference, String body) {
        return forAttendee(conference, body, (attendee, asked) -> checkIn(attendee, asked, conference.stampsApart()));
    }

    private ServedAnswer checkIn(ServedAttendee attendee, JsonNode asked, Duration stampsApart) {
        String station = asked.path("station").asString("");
        if (station.length() > LONGEST_STATION || station.indexOf('\0') >= 0) {
            return ServedAnswer.html(500, "Server Error (500)");
        }
        Instant now = clock.instant();
        attendee.checkIn(station, now, now.plus(stampsApart));
        return ServedAnswer.json(200, ServedAnswer.object("status", "checked_in", "attendee", attendee.json(),
                "badge", ServedAnswer.object("name", attendee.name(), "ticket_type", attendee.ticketType()),
                "products", json(attendee.order().lines()), "order_status", attendee.order().status().toString(),
                "checkin_id", ++lastCheckIn, "checked_in_at", ServedAnswer.time(now)));
    }

    ServedAnswer redeem(ServedConference conference, String body) {
        return forAttendee(conference, body, this::redeem);
    }

    private ServedAnswer redeem(ServedAttendee attendee, JsonNode asked) {
        long id = asked.path("line_item_id").asLong(-1);
        Optional<ServedLine> line = attendee.line(id);
        if (line.isEmpty()) {
            return refused(400, "Line item not found in attendee's order", "line_item_id", id);
        }
        if (!attendee.redeem(line.get())) {
            return refused(409, "Product already fully redeemed", "line_item_id", id);
        }
        return ServedAnswer.json(200, ServedAnswer.object("status", "redeemed", "redemption_id", ++lastRedemption,
                "redeemed_at", ServedAnswer.time(clock.instant()), "line_item", line.get().json(),
                "attendee", attendee.json()));
    }

    /** Finds the attendee whom the body names and whose order is active; otherwise says why not. */
    private static ServedAnswer forAttendee(ServedConference conference, String body,
            BiFunction<ServedAttendee, JsonNode, ServedAnswer> work) {
        JsonNode asked = parsed(body);
        String code = asked.path("access_code").asString("").strip();
        if (code.isEmpty()) {
            return ServedAnswer.json(400, ServedAnswer.object("error", "access_code is required"));
        }
        Optional<ServedAttendee> attendee = conference.find(code);
        if (attendee.isEmpty()) {
            return unknown(code);
        }
        ServedOrder.Status status = attendee.get().order().status();
        return status.isActive() ? work.apply(attendee.get(), asked)
                : refused(409, "Order is " + status, "access_code", code, "order_status", status.toString());
    }

    static String code(String body) {
        return parsed(body).path("access_code").asString("");
    }

    private static JsonNode parsed(String body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException malformed) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    private static ServedAnswer unknown(String code) {
        return refused(404, "Attendee not found", "access_code", code);
    }

    private static ServedAnswer refused(int status, String error, Object... why) {
        Map<String, Object> json = ServedAnswer.object("error", error);
        json.putAll(ServedAnswer.object(why));
        return ServedAnswer.json(status, json);
    }

    private static List<Map<String, Object>> json(List<ServedLine> lines) {
        return lines.stream().map(ServedLine::json).toList();
    }
}
