package org.lanyard.roster.format;

import org.lanyard.roster.LineGroups;
import org.lanyard.roster.StatedLine;
import org.lanyard.roster.StatedOrder;
import org.lanyard.roster.StatedPerson;
import org.lanyard.roster.StatedRoster;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lanyard.scan.Product;
import tools.jackson.databind.JsonNode;

/**
 * Makes up the orders that the upstream server's {@code preload/} answer leaves out: attendees who share a line share a
 * paid order. An order is named after its lowest line, which stays the same as long as the order keeps that line; its
 * lines stand in the order of their ids, whoever of them is told of first.
 */
final class SharedLines {

    private final StatedRoster.Builder roster;
    private final Map<Long, StatedLine> lines = new TreeMap<>();
    private final LineGroups groups = new LineGroups();
    private final Map<String, List<Long>> linesOf = new LinkedHashMap<>();

    SharedLines(StatedRoster.Builder roster) {
        this.roster = roster;
    }

    /** Takes one attendee's products; empty when one of them is unusable. */
    Optional<StatedPerson> add(StatedPerson person, JsonNode products, long line) {
        Map<Long, Integer> redeemed = new HashMap<>();
        List<Long> ids = new ArrayList<>();
        Map<Long, StatedLine> read = new LinkedHashMap<>();
        for (JsonNode product : products) {
            Optional<Long> given = JsonElements.id(product);
            Optional<String> ticket = JsonElements.text(product, "ticket_type_slug");
            Optional<String> addon = JsonElements.text(product, "addon_slug");
            Optional<Integer> quantity = JsonElements.quantity(product);
            if (given.isEmpty() || quantity.isEmpty() || ticket.isPresent() == addon.isPresent()) {
                roster.unusable(line, "attendees.products", "row.fields");
                return Optional.empty();
            }
            long id = given.get();
            String slug = ticket.or(() -> addon).orElseThrow();
            Product.Kind kind = ticket.isPresent() ? Product.Kind.TICKET_TYPE : Product.Kind.ADDON;
            String name = JsonElements.text(product, "description").orElse(slug);
            read.put(id, new StatedLine(given, roster.product(kind, slug, name), name, quantity.get(), Optional.empty(),
                    Optional.empty()));
            redeemed.put(id, Math.max(0, product.path("redeemed_count").asInt(0)));
            ids.add(id);
        }
        lines.putAll(read);
        ids.forEach(id -> groups.join(ids.getFirst(), id));
        linesOf.put(person.accessCode(), ids);
        return Optional.of(person.withRedeemed(redeemed));
    }

    void makeUpOrders() {
        linesOf.forEach((code, ids) -> roster.person(code).ifPresent(person -> {
            String reference = ids.isEmpty() ? StatedRoster.MADE_UP + code : reference(ids.getFirst());
            roster.put(person.withOrder(reference));
            if (roster.order(reference).isEmpty()) {
                roster.put(StatedOrder.unnamed(reference));
            }
        }));
        lines.forEach((id, line) -> roster.order(reference(id)).ifPresent(order -> roster.put(order.with(line))));
    }

    private String reference(long line) {
        return StatedRoster.MADE_UP + groups.lowest(line);
    }
}
