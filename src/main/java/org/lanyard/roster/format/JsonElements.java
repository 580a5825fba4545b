package org.lanyard.roster.format;

import org.lanyard.roster.ProductKey;
import org.lanyard.roster.RosterSource;
import org.lanyard.roster.StatedLine;
import org.lanyard.roster.StatedOrder;
import org.lanyard.roster.StatedPerson;
import org.lanyard.roster.StatedRoster;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lanyard.scan.AccessCode;
import org.lanyard.scan.Folding;
import org.lanyard.scan.PersonDetails;
import org.lanyard.scan.Product;
import tools.jackson.databind.JsonNode;

/** The elements of a JSON roster, whichever order they come in. */
final class JsonElements {

    private final StatedRoster.Builder roster;
    private final SharedLines shared;
    private final List<Reference> references = new ArrayList<>();
    private final Set<Long> lineIds = new HashSet<>();

    JsonElements(StatedRoster.Builder roster) {
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
        roster.product(kind, slug, name == null ? slug : name);
    }

    void order(JsonNode node, long line) {
        String reference = text(node, "reference");
        String stated = text(node, "status");
        String status = stated == null ? "paid" : stated;
        if (reference == null || reference.isBlank()) {
            roster.unusable(line, "orders.reference", "row.missing");
        } else if (!StatedOrder.STATUSES.contains(status)) {
            roster.unusable(line, "orders.status", "row.status", status);
        } else if (roster.order(reference).isPresent()) {
            roster.unusable(line, "orders.reference", "row.order-twice", reference);
        } else {
            items(node, line, new StatedOrder(reference, status));
        }
    }

    private void items(JsonNode node, long line, StatedOrder order) {
        Set<Long> ids = new HashSet<>();
        List<StatedLine> lines = new ArrayList<>(3);
        if (!isList(node, "items")) {
            roster.unusable(line, "orders.items", "row.list");
            return;
        }
        for (JsonNode item : node.path("items")) {
            Optional<StatedLine> read = item(item, line);
            Long id = read.flatMap(StatedLine::upstreamId).orElse(null);
            if (read.isEmpty()) {
                return;
            }
            if (id != null && (lineIds.contains(id) || !ids.add(id))) {
                roster.unusable(line, "orders.items.id", "row.line-twice", id);
                return;
            }
            lines.add(read.get());
        }
        lineIds.addAll(ids);
        roster.put(order.withLines(lines));
    }

    /** Absent and null are an empty one. */
    private static boolean isList(JsonNode node, String key) {
        return !node.hasNonNull(key) || node.path(key).isArray();
    }

    private Optional<StatedLine> item(JsonNode node, long line) {
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
            if (Folding.slug(word).isEmpty()) {
                roster.unusable(line, "orders.items", "row.product", word);
                return Optional.empty();
            }
            ProductKey key = roster.productNamed(kind, word);
            String description = text(node, "description");
            String holder = text(node, "attendee");
            if (holder != null) {
                references.add(new Reference(holder, null, line));
            }
            return Optional.of(new StatedLine(Optional.ofNullable(id(node)), key, description == null ? word : description,
                    quantity, Optional.ofNullable(holder), Optional.empty()));
        }
        return Optional.empty();
    }

    void attendee(JsonNode node, long line) {
        String given = text(node, "access_code");
        Optional<AccessCode> code = AccessCode.of(given == null ? "" : given);
        if (code.isEmpty()) {
            roster.unusable(line, "attendees.access_code", given == null || given.isBlank() ? "row.missing"
                    : "row.no-code");
            return;
        }
        roster.unusableCode(code.get().text());
        if (roster.person(code.get().text()).isPresent()) {
            roster.unusable(line, "attendees.access_code", "row.code-twice", code.get().text());
            return;
        }
        person(code.get().text(), node, line).ifPresent(roster::put);
    }

    private Optional<StatedPerson> person(String code, JsonNode node, long line) {
        StatedPerson.CheckIn checkIn;
        try {
            checkIn = checkIn(node);
        } catch (DateTimeException | ArithmeticException noTime) {
            roster.unusable(line, "attendees.checked_in_at", "row.time", text(node, "checked_in_at"));
            return Optional.empty();
        }
        Optional<List<String>> orders = orders(code, node, line);
        if (orders.isEmpty()) {
            return Optional.empty();
        }
        PersonDetails details = PersonDetails.of(detail -> stated(node, detail.word()), Map.of());
        StatedPerson person = new StatedPerson(code, List.of(), RosterSource.of(node.path("source").asString("")), details,
                checkIn, orders.get(), Map.of(), false);
        return node.has("products") ? shared.add(person, node.path("products"), line) : Optional.of(person);
    }

    private Optional<List<String>> orders(String code, JsonNode node, long line) {
        if (!isList(node, "orders")) {
            roster.unusable(line, "attendees.orders", "row.list");
            return Optional.empty();
        }
        List<String> orders = new ArrayList<>(1);
        for (JsonNode order : node.path("orders")) {
            if (!order.isString()) {
                roster.unusable(line, "attendees.orders", "row.order-name");
                return Optional.empty();
            }
            if (!orders.contains(order.asString())) {
                orders.add(order.asString());
                references.add(new Reference(code, order.asString(), line));
            }
        }
        return Optional.of(orders);
    }

    /** Settles references once the whole file has been read. */
    void finish() {
        for (Reference reference : references) {
            if (reference.order() != null && roster.order(reference.order()).isEmpty()) {
                roster.unusable(reference.line(), "attendees.orders", "row.no-order", reference.order());
                roster.unusablePerson(reference.code());
            }
        }
        Set<String> nobody = new HashSet<>();
        for (Reference reference : references) {
            if (reference.order() == null && roster.person(reference.code()).isEmpty()) {
                roster.unusable(reference.line(), "orders.items.attendee", "row.nobody", reference.code());
                nobody.add(reference.code());
            }
        }
        if (!nobody.isEmpty()) {
            roster.dropLinesOf(nobody);
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
                && quantity.asInt() <= StatedOrder.MOST_UNITS;
        return usable ? quantity.asInt() : -1;
    }

    /** Like {@link #text}, but what is stated as null is empty rather than not stated. */
    private static Optional<String> stated(JsonNode node, String field) {
        String text = text(node, field);
        return node.has(field) && text == null ? Optional.of("") : Optional.ofNullable(text);
    }

    private static StatedPerson.CheckIn checkIn(JsonNode node) {
        if (!node.has("checked_in_at")) {
            return StatedPerson.NOT_STATED;
        }
        String text = text(node, "checked_in_at");
        return text == null || text.isBlank() ? new StatedPerson.CheckIn.None() : new StatedPerson.CheckIn.At(
                Instant.ofEpochMilli(OffsetDateTime.parse(text).toInstant().toEpochMilli()));
    }
}
