package org.lanyard.roster.format;

import org.lanyard.roster.BlockedCode;
import org.lanyard.roster.ProductKey;
import org.lanyard.roster.StatedTimes;
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
import org.lanyard.scan.Detail;
import org.lanyard.scan.PersonDetails;
import org.lanyard.scan.Product;
import org.lanyard.scan.ValidTime;
import tools.jackson.databind.JsonNode;

/** The elements of a JSON roster, whichever order they come in. */
final class JsonElements {

    private final StatedRoster.Builder roster;
    private final List<Reference> references = new ArrayList<>();
    private final Set<Long> lineIds = new HashSet<>();

    JsonElements(StatedRoster.Builder roster) {
        this.roster = roster;
    }

    // An attendee's mention of an order, or an item's of its holder (then without order), which the file may state later.
    private record Reference(String code, Optional<String> order, long line) {}

    void ticketType(JsonNode node, long line) {
        product(Product.Kind.TICKET_TYPE, node, line, "ticket_types");
    }

    void addon(JsonNode node, long line) {
        product(Product.Kind.ADDON, node, line, "addons");
    }

    private void product(Product.Kind kind, JsonNode node, long line, String list) {
        text(node, "slug").filter(slug -> !slug.isBlank()).ifPresentOrElse(
                slug -> times(roster.product(kind, slug, text(node, "name").orElse(slug)), node, line, list),
                () -> roster.unusable(line, list + ".slug", "row.missing"));
    }

    private void times(ProductKey product, JsonNode node, long line, String list) {
        Optional<List<ValidTime>> valid = node.has("valid") ? Optional.of(new ArrayList<>()) : Optional.empty();
        for (JsonNode time : node.path("valid")) {
            Optional<ValidTime> stated = ValidTime.of(text(time, "from").orElse(""), text(time, "to").orElse(""));
            if (stated.isEmpty()) {
                roster.unusable(line, list + ".valid", "row.valid-time", time.toString());
                return;
            }
            valid.orElseThrow().add(stated.get());
        }
        JsonNode limit = node.path("per_day");
        if (!limit.isMissingNode() && !limit.isNull() && !(limit.canConvertToInt() && limit.asInt() > 0)) {
            roster.unusable(line, list + ".per_day", "row.per-day", limit.toString());
            return;
        }
        StatedTimes times = new StatedTimes(valid, limit.isMissingNode() ? Optional.empty() : Optional.of(limit.asInt(0)));
        if (!times.isEmpty()) {
            roster.times(product, times);
        }
    }

    void order(JsonNode node, long line) {
        String reference = text(node, "reference").orElse("");
        String status = text(node, "status").orElse("paid");
        if (reference.isBlank()) {
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
            if (read.isEmpty()) {
                return;
            }
            Optional<Long> twice = read.get().upstreamId().filter(id -> lineIds.contains(id) || !ids.add(id));
            if (twice.isPresent()) {
                roster.unusable(line, "orders.items.id", "row.line-twice", twice.get());
                return;
            }
            lines.add(read.get());
        }
        lineIds.addAll(ids);
        roster.put(order.withLines(lines));
    }

    // Absent and null are an empty one.
    private static boolean isList(JsonNode node, String key) {
        return !node.hasNonNull(key) || node.path(key).isArray();
    }

    private Optional<StatedLine> item(JsonNode node, long line) {
        Optional<String> ticket = text(node, "ticket_type");
        Optional<String> addon = text(node, "addon");
        Optional<Integer> quantity = node.has("quantity") ? quantity(node) : Optional.of(1);
        Optional<String> status = text(node, "status");
        if (ticket.isPresent() == addon.isPresent()) {
            roster.unusable(line, "orders.items", "row.kind");
        } else if (quantity.isEmpty()) {
            roster.unusable(line, "orders.items.quantity", "row.quantity", node.path("quantity"));
        } else if (status.filter(word -> !StatedOrder.STATUSES.contains(word)).isPresent()) {
            roster.unusable(line, "orders.items.status", "row.status", status.get());
        } else if (Folding.slug(ticket.or(() -> addon).orElseThrow()).isEmpty()) {
            roster.unusable(line, "orders.items", "row.product", ticket.or(() -> addon).orElseThrow());
        } else {
            Product.Kind kind = ticket.isPresent() ? Product.Kind.TICKET_TYPE : Product.Kind.ADDON;
            return Optional.of(line(node, kind, ticket.or(() -> addon).orElseThrow(), quantity.get(), line));
        }
        return Optional.empty();
    }

    private StatedLine line(JsonNode node, Product.Kind kind, String word, int quantity, long line) {
        Optional<String> holder = text(node, "attendee");
        holder.ifPresent(code -> references.add(new Reference(code, Optional.empty(), line)));
        return new StatedLine(id(node), roster.productNamed(kind, word), text(node, "description").orElse(word), quantity,
                holder, text(node, "status"));
    }

    void attendee(JsonNode node, long line) {
        String given = text(node, "access_code").orElse("");
        Optional<AccessCode> code = AccessCode.of(given);
        if (code.isEmpty()) {
            roster.unusable(line, "attendees.access_code", given.isBlank() ? "row.missing" : "row.no-code");
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
            roster.unusable(line, "attendees.checked_in_at", "row.time", text(node, "checked_in_at").orElse(""));
            return Optional.empty();
        }
        if (node.has("products")) {
            roster.unusable(line, "attendees.products", "row.products");
            return Optional.empty();
        }
        String party = text(node, "party").orElse("");
        if (!party.isEmpty() && !party.matches("[1-9][0-9]{0,5}")) {
            roster.unusable(line, "attendees.party", "row.quantity", party);
            return Optional.empty();
        }
        Optional<List<String>> orders = orders(code, node, line);
        if (orders.isEmpty()) {
            return Optional.empty();
        }
        for (JsonNode blocked : node.path("blocked_codes")) {
            text(blocked, "code").flatMap(AccessCode::of).ifPresent(read -> roster.blockedCode(
                    new BlockedCode(code, read.text(), text(blocked, "reason").orElse("replaced"))));
        }
        StatedPerson person = new StatedPerson(code, texts(node.path("codes")),
                RosterSource.of(node.path("source").asString("")), details(node),
                checkIn, orders.get(), Map.of(), node.path("withdrawn").asBoolean(false));
        return Optional.of(person);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>(1);
        list.forEach(text -> texts.add(text.asString("")));
        return texts;
    }

    private static PersonDetails details(JsonNode node) {
        PersonDetails details = PersonDetails.of(detail -> stated(node, detail.word())
                .map(text -> detail == Detail.PARTY && text.equals("1") ? "" : text), Map.of());
        for (var field : node.path("fields").properties()) {
            details = details.withShown(field.getKey(), field.getValue().asString(""));
        }
        return details;
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
                references.add(new Reference(code, Optional.of(order.asString()), line));
            }
        }
        return Optional.of(orders);
    }

    void finish() {
        for (Reference reference : references) {
            reference.order().filter(order -> roster.order(order).isEmpty()).ifPresent(order -> {
                roster.unusable(reference.line(), "attendees.orders", "row.no-order", order);
                roster.unusablePerson(reference.code());
            });
        }
        Set<String> nobody = new HashSet<>();
        for (Reference reference : references) {
            if (reference.order().isEmpty() && roster.person(reference.code()).isEmpty()) {
                roster.unusable(reference.line(), "orders.items.attendee", "row.nobody", reference.code());
                nobody.add(reference.code());
            }
        }
        if (!nobody.isEmpty()) {
            roster.dropLinesOf(nobody);
        }
    }

    static Optional<String> text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() || value.isContainer() ? Optional.empty()
                : Optional.of(value.asString());
    }

    static Optional<Long> id(JsonNode node) {
        JsonNode id = node.path("id");
        return id.isIntegralNumber() && id.canConvertToLong() ? Optional.of(id.asLong()) : Optional.empty();
    }

    static Optional<Integer> quantity(JsonNode node) {
        JsonNode quantity = node.path("quantity");
        boolean usable = quantity.isIntegralNumber() && quantity.canConvertToInt() && quantity.asInt() >= 0
                && quantity.asInt() <= StatedOrder.MOST_UNITS;
        return usable ? Optional.of(quantity.asInt()) : Optional.empty();
    }

    // Like text, but what is stated as null is empty rather than not stated.
    private static Optional<String> stated(JsonNode node, String field) {
        Optional<String> text = text(node, field);
        return node.has(field) && text.isEmpty() ? Optional.of("") : text;
    }

    private static StatedPerson.CheckIn checkIn(JsonNode node) {
        if (!node.has("checked_in_at")) {
            return StatedPerson.NOT_STATED;
        }
        Optional<String> text = text(node, "checked_in_at").filter(time -> !time.isBlank());
        return text.isEmpty() ? new StatedPerson.CheckIn.None() : new StatedPerson.CheckIn.At(
                Instant.ofEpochMilli(OffsetDateTime.parse(text.get()).toInstant().toEpochMilli()));
    }
}
