package org.lanyard.roster.format;

import org.lanyard.roster.StatedRoster;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lanyard.roster.StatedRoster.ProductKey;
import org.lanyard.scan.AccessCode;
import org.lanyard.scan.Product;
import tools.jackson.databind.JsonNode;

/** The elements of a JSON roster, whichever order they come in. */
final class JsonElements {

    private final StatedRoster roster;
    private final SharedLines shared;
    private final List<Reference> references = new ArrayList<>();
    private final Set<Long> lineIds = new HashSet<>();

    JsonElements(StatedRoster roster) {
        this.roster = roster;
        this.shared = new SharedLines(roster);
    }

    /** An attendee's mention of an order, or an item's of its holder (then without order), which the file may state later. */
    private record Reference(String code, String order, long line) {}

    void ticketType(JsonNode node, long line) {
        product(Product.Kind.TICKET_TYPE, node, line, "ticket_types");
    }

    void addon(JsonNode node, long line) {
        product(Product.Kind.ADDON, node, line, "addons");
    }

    private void product(Product.Kind kind, JsonNode node, long line, String list) {
        String slug = text(node, "slug");
        if (slug == null || slug.isBlank()) {
            roster.unusable(line, list + ".slug", "row.missing");
            return;
        }
        String name = text(node, "name");
        roster.products.put(new ProductKey(kind, slug), name == null ? slug : name);
    }

    void order(JsonNode node, long line) {
        String reference = text(node, "reference");
        String stated = text(node, "status");
        String status = stated == null ? "paid" : stated;
        if (reference == null || reference.isBlank()) {
            roster.unusable(line, "orders.reference", "row.missing");
        } else if (!StatedRoster.STATUSES.contains(status)) {
            roster.unusable(line, "orders.status", "row.status", status);
        } else if (roster.orders.containsKey(reference)) {
            roster.unusable(line, "orders.reference", "row.order-twice", reference);
        } else {
            items(node, line, new StatedRoster.Order(reference, status));
        }
    }

    private void items(JsonNode node, long line, StatedRoster.Order order) {
        Set<Long> ids = new HashSet<>();
        if (!isList(node, "items")) {
            roster.unusable(line, "orders.items", "row.list");
            return;
        }
        for (JsonNode item : node.path("items")) {
            Optional<StatedRoster.Line> read = item(item, line);
            Long id = read.map(StatedRoster.Line::id).orElse(null);
            if (read.isEmpty()) {
                return;
            }
            if (id != null && (lineIds.contains(id) || !ids.add(id))) {
                roster.unusable(line, "orders.items.id", "row.line-twice", id);
                return;
            }
            order.lines.add(read.get());
        }
        lineIds.addAll(ids);
        roster.orders.put(order.reference, order);
    }

    /** Absent and null are an empty one. */
    private static boolean isList(JsonNode node, String key) {
        return !node.hasNonNull(key) || node.path(key).isArray();
    }

    private Optional<StatedRoster.Line> item(JsonNode node, long line) {
        String ticket = text(node, "ticket_type");
        String addon = text(node, "addon");
        int quantity = node.has("quantity") ? quantity(node) : 1;
        if ((ticket == null) == (addon == null)) {
            roster.unusable(line, "orders.items", "row.kind");
        } else if (quantity < 0) {
            roster.unusable(line, "orders.items.quantity", "row.quantity", node.path("quantity"));
        } else {
            Product.Kind kind = ticket != null ? Product.Kind.TICKET_TYPE : Product.Kind.ADDON;
            String word = ticket != null ? ticket : addon;
            ProductKey key = key(kind, word);
            if (key.slug().isEmpty()) {
                roster.unusable(line, "orders.items", "row.product", word);
                return Optional.empty();
            }
            String description = text(node, "description");
            String holder = text(node, "attendee");
            if (holder != null) {
                references.add(new Reference(holder, null, line));
            }
            return Optional.of(new StatedRoster.Line(id(node), key, description == null ? word : description,
                    quantity, holder));
        }
        return Optional.empty();
    }

    /** By slug where one is declared, else by the slug of the name given. */
    private ProductKey key(Product.Kind kind, String word) {
        ProductKey declared = new ProductKey(kind, word);
        return roster.products.containsKey(declared) ? declared : roster.mentionByName(kind, word);
    }

    void attendee(JsonNode node, long line) {
        String given = text(node, "access_code");
        Optional<AccessCode> code = AccessCode.of(given == null ? "" : given);
        if (code.isEmpty()) {
            roster.unusable(line, "attendees.access_code", given == null || given.isBlank() ? "row.missing"
                    : "row.no-code");
            return;
        }
        roster.codesOfUnusable.add(code.get().text());
        if (roster.attendees.containsKey(code.get().text())) {
            roster.unusable(line, "attendees.access_code", "row.code-twice", code.get().text());
            return;
        }
        StatedRoster.Attendee attendee = new StatedRoster.Attendee(code.get().text());
        if (fields(attendee, node, line)) {
            roster.attendees.put(attendee.accessCode, attendee);
            roster.codesOfUnusable.remove(attendee.accessCode);
        }
    }

    private boolean fields(StatedRoster.Attendee attendee, JsonNode node, long line) {
        attendee.name = stated(node, "name");
        attendee.email = stated(node, "email");
        attendee.company = stated(node, "company");
        attendee.note = stated(node, "note");
        attendee.attention = stated(node, "attention");
        attendee.checkInStated = node.has("checked_in_at");
        try {
            attendee.checkedInAt = instant(text(node, "checked_in_at"));
        } catch (DateTimeException | ArithmeticException noTime) {
            roster.unusable(line, "attendees.checked_in_at", "row.time", text(node, "checked_in_at"));
            return false;
        }
        attendee.source = source(text(node, "source"));
        if (!isList(node, "orders")) {
            roster.unusable(line, "attendees.orders", "row.list");
            return false;
        }
        for (JsonNode order : node.path("orders")) {
            if (!order.isString()) {
                roster.unusable(line, "attendees.orders", "row.order-name");
                return false;
            }
            if (!attendee.orders.contains(order.asString())) {
                attendee.orders.add(order.asString());
                references.add(new Reference(attendee.accessCode, order.asString(), line));
            }
        }
        return !node.has("products") || shared.add(attendee, node.path("products"), line);
    }

    /** What can be said once the whole file has been read. */
    void finish() {
        for (Reference reference : references) {
            if (reference.order() != null && !roster.orders.containsKey(reference.order())) {
                roster.unusable(reference.line(), "attendees.orders", "row.no-order", reference.order());
                roster.attendees.remove(reference.code());
                roster.codesOfUnusable.add(reference.code());
            }
        }
        Set<String> nobody = new HashSet<>();
        for (Reference reference : references) {
            if (reference.order() == null && !roster.attendees.containsKey(reference.code())) {
                roster.unusable(reference.line(), "orders.items.attendee", "row.nobody", reference.code());
                nobody.add(reference.code());
            }
        }
        if (!nobody.isEmpty()) {
            roster.orders.values().forEach(order -> order.lines.removeIf(line -> nobody.contains(line.holder())));
        }
        shared.makeUpOrders();
    }

    /** A text field; null where it is missing or null. */
    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() || value.isContainer() ? null : value.asString();
    }

    static Long id(JsonNode node) {
        return node.path("id").isIntegralNumber() && node.path("id").canConvertToLong() ? node.path("id").asLong() : null;
    }

    /** A quantity that somebody can have meant; -1 for any other. */
    static int quantity(JsonNode node) {
        JsonNode quantity = node.path("quantity");
        boolean usable = quantity.isIntegralNumber() && quantity.canConvertToInt() && quantity.asInt() >= 0
                && quantity.asInt() <= CsvRow.MOST_UNITS;
        return usable ? quantity.asInt() : -1;
    }

    /** How our own export says that somebody came; null where it says nothing. */
    private static StatedRoster.Source source(String word) {
        for (StatedRoster.Source source : StatedRoster.Source.values()) {
            if (source.word().equals(word)) {
                return source;
            }
        }
        return null;
    }

    /** Like {@link #text}, but what is stated as null is empty rather than not stated. */
    private static String stated(JsonNode node, String field) {
        return node.has(field) && text(node, field) == null ? "" : text(node, field);
    }

    private static Instant instant(String text) {
        return text == null || text.isBlank() ? null
                : Instant.ofEpochMilli(OffsetDateTime.parse(text).toInstant().toEpochMilli());
    }
}
