package org.lanyard.roster;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** A registration server's roster that changes in small steps, by chance, and what {@code preload/} tells of it. */
final class ToldRoster {

    private static final List<String> PRODUCTS = List.of("ticket_type_slug:individual", "ticket_type_slug:student",
            "addon_slug:lunch", "addon_slug:tutorial", "addon_slug:shirt");

    private final Random random;
    private final Map<String, Guest> guests = new LinkedHashMap<>();
    private final Map<Long, Line> lines = new TreeMap<>();
    private long lastLine;
    private int lastGuest;

    ToldRoster(Random random) {
        this.random = random;
        for (int i = 0; i < 12; i++) {
            join();
        }
    }

    private static final class Line {
        String description;
        int quantity;
        String product;
    }

    private static final class Guest {
        String name;
        String checkedInAt;
        final TreeSet<Long> lines = new TreeSet<>();
        final Map<Long, Integer> redeemed = new HashMap<>();
    }

    /** One to three changes, or none. */
    void change() {
        for (int i = random.nextInt(4); i > 0; i--) {
            switch (random.nextInt(10)) {
                case 0 -> join();
                case 1 -> leave();
                case 2 -> guest().name = "Guest " + random.nextInt(100);
                case 3 -> guest().checkedInAt = "2027-05-14T0" + random.nextInt(9) + ":00:00+00:00";
                case 4 -> share();
                case 5 -> move();
                case 6 -> line().quantity = random.nextInt(4);
                case 7 -> line().description = "Description " + random.nextInt(5);
                case 8 -> redeem();
                default -> reorder();
            }
        }
    }

    String anybody() {
        return List.copyOf(guests.keySet()).get(random.nextInt(guests.size()));
    }

    private Guest guest() {
        return guests.get(anybody());
    }

    private Line line() {
        return lines.get(lineId());
    }

    private long lineId() {
        return List.copyOf(lines.keySet()).get(random.nextInt(lines.size()));
    }

    private void join() {
        Guest guest = new Guest();
        guest.name = "Guest " + lastGuest;
        for (int i = random.nextInt(3); i >= 0; i--) {
            Line line = new Line();
            line.product = PRODUCTS.get(random.nextInt(PRODUCTS.size()));
            line.description = line.product.split(":")[1] + " at first";
            line.quantity = 1 + random.nextInt(3);
            lines.put(++lastLine, line);
            guest.lines.add(lastLine);
        }
        guests.put("CODE" + lastGuest++, guest);
    }

    private void leave() {
        if (guests.size() > 8) {
            guests.remove(anybody());
        }
    }

    private void share() {
        guest().lines.addAll(guest().lines);
    }

    private void move() {
        long line = lineId();
        guest().lines.remove(line);
        guest().lines.add(line);
    }

    private void redeem() {
        Guest guest = guest();
        guest.lines.forEach(line -> guest.redeemed.put(line, random.nextInt(3)));
    }

    private void reorder() {
        List<String> codes = new ArrayList<>(guests.keySet());
        Collections.shuffle(codes, random);
        codes.forEach(code -> guests.put(code, guests.remove(code)));
    }

    InputStream preload() {
        return new ByteArrayInputStream(text().getBytes(StandardCharsets.UTF_8));
    }

    String text() {
        java.io.StringWriter text = new java.io.StringWriter();
        try (JsonGenerator json = JsonMapper.shared().createGenerator(text)) {
            json.writeStartObject().writeStringProperty("conference", "conf")
                    .writeStringProperty("generated_at", "2027-05-14T07:00:0" + random.nextInt(10) + "+00:00")
                    .writeNumberProperty("count", guests.size()).writeArrayPropertyStart("attendees");
            guests.forEach((code, guest) -> guest(json, code, guest));
            json.writeEndArray().writeEndObject();
        }
        return text.toString();
    }

    private void guest(JsonGenerator json, String code, Guest guest) {
        json.writeStartObject().writeStringProperty("access_code", code).writeStringProperty("name", guest.name)
                .writeStringProperty("email", code + "@example.org").writeArrayPropertyStart("products");
        for (long id : guest.lines) {
            Line line = lines.get(id);
            boolean addon = line.product.startsWith("addon");
            String slug = line.product.split(":")[1];
            json.writeStartObject().writeNumberProperty("id", id).writeStringProperty("description", line.description)
                    .writeNumberProperty("quantity", line.quantity)
                    .writeStringProperty("ticket_type_slug", addon ? null : slug)
                    .writeStringProperty("addon_slug", addon ? slug : null)
                    .writeNumberProperty("redeemed_count", guest.redeemed.getOrDefault(id, 0)).writeEndObject();
        }
        json.writeEndArray().writeBooleanProperty("checked_in", guest.checkedInAt != null)
                .writeStringProperty("checked_in_at", guest.checkedInAt).writeEndObject();
    }
}
