package org.lanyard.roster.format;

import org.lanyard.roster.LineGroups;
import org.lanyard.roster.StatedRoster;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lanyard.scan.Product;
import tools.jackson.databind.JsonNode;

/**
 * Makes up the orders that the upstream server's {@code preload/} answer leaves out: attendees who share a line share a
 * paid order. An order is named after its lowest line, which stays the same as long as the order keeps that line; its
 * lines stand in the order of their ids, whoever of them is told of first.
 */
final class SharedLines {

    private final StatedRoster roster;
    private final Map<Long, StatedRoster.Line> lines = new TreeMap<>();
    private final LineGroups groups = new LineGroups();
    private final Map<String, List<Long>> linesOf = new LinkedHashMap<>();

    SharedLines(StatedRoster roster) {
        this.roster = roster;
    }

    /** Takes one attendee's products; false when one of them is unusable. */
    boolean add(StatedRoster.Attendee attendee, JsonNode products, long line) {
        List<Long> ids = new ArrayList<>();
        Map<Long, StatedRoster.Line> read = new LinkedHashMap<>();
        for (JsonNode product : products) {
            Long id = JsonElements.id(product);
            String ticket = JsonElements.text(product, "ticket_type_slug");
            String addon = JsonElements.text(product, "addon_slug");
            int quantity = JsonElements.quantity(product);
            if (id == null || quantity < 0 || (ticket == null) == (addon == null)) {
                roster.unusable(line, "attendees.products",
                        "row.fields");
                return false;
            }
            String description = JsonElements.text(product, "description");
            String slug = ticket != null ? ticket : addon;
            Product.Kind kind = ticket != null ? Product.Kind.TICKET_TYPE : Product.Kind.ADDON;
            read.put(id, new StatedRoster.Line(id, roster.mention(kind, slug, description == null ? slug : description),
                    description == null ? slug : description, quantity, null));
            attendee.redeemed(id, Math.max(0, product.path("redeemed_count").asInt(0)));
            ids.add(id);
        }
        lines.putAll(read);
        ids.forEach(id -> groups.join(ids.getFirst(), id));
        linesOf.put(attendee.accessCode, ids);
        return true;
    }

    void makeUpOrders() {
        linesOf.forEach((code, ids) -> {
            StatedRoster.Attendee attendee = roster.attendees.get(code);
            if (attendee == null) {
                return;
            }
            String reference = ids.isEmpty() ? StatedRoster.MADE_UP + code : reference(ids.getFirst());
            attendee.orders.add(reference);
            roster.orders.computeIfAbsent(reference, StatedRoster.Order::unnamed);
        });
        lines.forEach((id, line) -> {
            StatedRoster.Order order = roster.orders.get(reference(id));
            if (order != null) {
                order.lines.add(line);
            }
        });
    }

    private String reference(long line) {
        return StatedRoster.MADE_UP + groups.lowest(line);
    }
}
